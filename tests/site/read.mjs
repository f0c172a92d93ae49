// Opens pages of a site as a reader does, from the disk, in Chromium: what axe-core finds wrong with
// them, light and dark, narrow and wide; whether they ask for anything that is not of the site; whether
// anything is wider than the page; and what the search finds. Prints a line for each fault.
//
//     node read.mjs TOOLS SITE WORD PAGE...
import { pathToFileURL } from "node:url";
import { eyes } from "../browser/eyes.mjs";

const [tools, site, word, ...pages] = process.argv.slice(2);
const { browser, look } = await eyes(tools);
const root = pathToFileURL(`${site}/`).href;

// A window, with whatever goes wrong in it told.
async function open(colorScheme, width, bypassCSP) {
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ colorScheme, viewport, bypassCSP });
  const page = await context.newPage();
  const told = (text) => console.log(`${page.url()} ${colorScheme} ${width}: ${text}`);
  page.on("request", (request) => {
    if (!request.url().startsWith(root)) told(`it asks for ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // What is not waited for is no fault.
    const why = request.failure().errorText;
    if (why !== "net::ERR_ABORTED") told(`there is no ${request.url()}: ${why}`);
  });
  page.on("console", (message) => told(message.text()));
  page.on("pageerror", (error) => told(error.message));
  return { context, page, told };
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    const { context, page, told } = await open(colorScheme, width, true);
    for (const path of pages) {
      await page.goto(root + path);
      await look(page, told);
    }
    await context.close();
  }
}

// Under the policies of the pages themselves; then the keyboard alone finds a page and opens it.
const { context, page, told } = await open("light", 1280, false);
for (const path of [...pages, "index.html"]) await page.goto(root + path);
await page.keyboard.press("Tab");
const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
if (first !== "#content") told(`the first stop is ${first}`);
await page.focus("#words");
await page.keyboard.type(word);
const status = await page.textContent("#found");
const hits = await page.$$eval("#results a", (links) => links.map((link) => link.textContent));
if (!hits.length || !/\d/.test(status)) told(`the search for ${word} found ${hits.length} and says ${status}`);
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
await page.waitForURL((url) => !url.href.endsWith("index.html") || url.href !== `${root}index.html`);
const heading = await page.textContent("h1");
if (heading !== hits[0]) told(`the first link led to ${heading}, not to ${hits[0]}`);
await page.goto(root + "index.html");
// What is typed has no quotation marks and dashes of print, and a date is typed as it is said.
await page.evaluate(() => window.sitePages.push(["Chart", "x.html", "Anytown’s “swifts” – counted", ""]));
await page.addScriptTag({ url: "assets/search.js" });
await page.fill("#words", "anytown's \"swifts\" -");
if (!(await page.$$eval("#results a", (links) => links.some((link) => link.textContent.startsWith("Anytown’s"))))) {
  told("the search does not find an apostrophe of print");
}
await page.fill("#words", "november 2024");
if (!(await page.$$eval("#results a", (links) => links.length))) told("the search does not find a date");
await page.fill("#words", "zzzz zzzz");
if (!(await page.textContent("#found"))) told("nothing is said where nothing is found");
await context.close();

// Without script the field is not shown, and the rest is.
const plain = await browser.newContext({ javaScriptEnabled: false });
const page2 = await plain.newPage();
await page2.goto(root + "index.html");
if (await page2.isVisible("#search")) console.log("the search is shown where there is no script");
if (!(await page2.isVisible("h1"))) console.log("without script there is no heading");
await browser.close();
