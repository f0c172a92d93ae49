// How long it takes from asking for a page of `sourceline open` until Chromium paints something of it:
//
//     node benches/paint.mjs TOOLS FIRST-ADDRESS [WAY]...
//
// TOOLS is a folder with playwright-core and axe-core; FIRST-ADDRESS is what `sourceline open --no-browser` of a
// release build prints. The middle of many is told, beside that of a page with nothing on it, which is what the browser
// takes by itself on a machine that does other things too; 100 ms is what it may take on one that does not.
import { eyes } from "../tests/browser/eyes.mjs";

const RUNS = 21;
const MOST = 100;

const [tools, first, ...asked] = process.argv.slice(2);
const ways = asked.length ? asked : ["/charts/index.html", "/add", "/new", "/charts/series.html", "/import"];
const { browser } = await eyes(tools);
const root = new URL(first).origin;
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
const page = await context.newPage();
await page.goto(first);

async function painted(address) {
  const all = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByType("paint").length > 0);
    all.push(await page.evaluate(() => performance.getEntriesByType("paint")[0].startTime));
  }
  return all.sort((one, other) => one - other)[(RUNS - 1) / 2];
}

const bare = await painted("data:text/html,<title>x</title><p>x");
console.log(`a page with nothing on it ${bare.toFixed(0)} ms`);
let late = 0;
for (const way of ways) {
  const took = await painted(root + way);
  const mark = took > MOST ? "  MORE THAN IT MAY" : "";
  if (mark) late += 1;
  console.log(`${way.padEnd(40)} ${took.toFixed(0)} ms of ${MOST}${mark}`);
}
await browser.close();
process.exit(late ? 1 : 0);
