// Chromium, and what is wrong with a page that stands in it: what axe-core finds, anything wider than the
// screen, a picture that is not there.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// With what is installed in this folder.
export async function eyes(tools) {
  const require = createRequire(`${tools}/`);
  const { chromium } = require("playwright-core");
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

  async function look(page, told) {
    await page.evaluate(axe);
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const found = await page.evaluate((options) => window.axe.run(document, options), { preload: false, runOnly });
    for (const one of found.violations) {
      for (const node of one.nodes) told(`${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`);
    }
    if (found.passes.length < 10) told("axe looked at nothing");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) told(`it is ${over} pixels wider than the screen`);
    const broken = await page.evaluate(() =>
      [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src));
    if (broken.length) told(`no picture in ${broken}`);
  }

  return { browser, look };
}
