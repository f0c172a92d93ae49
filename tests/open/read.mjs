// Opens the local pages as a person does, in Chromium: what axe-core finds wrong with them, light and dark,
// narrow and wide; whether they ask for anything that is not of this machine; whether anything is wider
// than the page; and whether the jobs can be done by the keyboard alone. Prints a line for each fault.
//
//     node read.mjs TOOLS FIRST-ADDRESS PROJECT [FOLDER-FOR-SCREENSHOTS]
import { readFileSync, writeFileSync } from "node:fs";
import { eyes } from "../browser/eyes.mjs";

const [tools, first, project, shots] = process.argv.slice(2);
const { browser, look } = await eyes(tools);
const root = new URL(first).origin;

const pages = [
  "/charts/index.html", "/charts/nests/index.html", "/charts/series.html", "/charts/series/swift-nests.html",
  "/charts/sources.html", "/charts/sources/club-2022.html", "/undo", "/review", "/import", "/new?series-swift-nests=yes",
  "/new/spec?as=bars&series-swift-nests=yes", "/spec?chart=nests", "/add", "/add/series", "/add/source",
  "/add?series=swift-nests&source=club-2024&period=2024&value=130", "/add?series=swift&period=soon",
];

// A window that was let in, with whatever goes wrong in it told.
async function open(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(120000);
  const { colorScheme, viewport } = options;
  const told = (text) => console.log(`${page.url()} ${colorScheme ?? ""} ${viewport?.width ?? ""}: ${text}`);
  page.on("request", (request) => {
    if (!request.url().startsWith(`${root}/`)) told(`it asks for ${request.url()}`);
  });
  page.on("console", (message) => {
    // What is refused is told in the page, and what is typed on is asked anew.
    if (!/status of 422|^htmx:(afterRequest|sendAbort)/.test(message.text())) told(message.text());
  });
  page.on("pageerror", (error) => told(error.message));
  await page.goto(first);
  if (page.url() !== `${root}/charts/index.html`) told("it begins elsewhere");
  return { context, page, told };
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    const { context, page, told } = await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    for (const path of pages) {
      await page.goto(root + path);
      await look(page, told);
      if (shots) {
        const name = path.replace(/[/.?=&]/g, "_");
        await page.screenshot({ path: `${shots}/${name}-${colorScheme}-${width}.png`, fullPage: true });
      }
    }
    await context.close();
  }
}

// A window of 1280 pixels at 200%.
{
  const { context, page, told } = await open({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, bypassCSP: true });
  for (const path of pages) {
    await page.goto(root + path);
    await look(page, told);
    if (shots) await page.screenshot({ path: `${shots}/${path.replace(/[/.?=&]/g, "_")}-200%.png`, fullPage: true });
  }
  await context.close();
}

// Under the policy of the pages themselves, by the keyboard alone.
const { context, page, told } = await open({ viewport: { width: 1280, height: 800 } });
for (const path of pages) await page.goto(root + path);
await page.goto(root);
await page.keyboard.press("Tab");
const stop = await page.evaluate(() => document.activeElement.getAttribute("href"));
if (stop !== "#content") told(`the first stop is ${stop}`);

// Steps with the Tab key to what is asked for, as nobody can who has no mouse and finds it not reached.
async function tabTo(selector) {
  for (let step = 0; step < 200; step += 1) {
    if (await page.evaluate((what) => document.activeElement.matches(what), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${page.url()}: no Tab leads to ${selector}`);
}

// The pictures are drawn on the disk, and nothing is out of date then.
await tabTo("form[action='/draw'] button");
await page.keyboard.press("Enter");
await page.waitForFunction(() => !document.querySelector(".stale"));
await tabTo("a[href$='nests/index.html']");
await page.keyboard.press("Enter");
await page.waitForURL("**/charts/nests/index.html");
if (!(await page.textContent("h1"))) told("the page of a chart has no heading");
await tabTo("summary");
await page.keyboard.press("Enter");
await context.grantPermissions(["clipboard-read", "clipboard-write"]);
await tabTo("details[open] .copied button");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector(".copied [role=status]").textContent.startsWith("Copied"));
const [copied, shown] = await page.evaluate(async () =>
  [await navigator.clipboard.readText(), document.querySelector("details[open] pre").textContent]);
if (copied !== shown) told(`copied is ${copied}`);

// The marks of the picture are stepped through by the arrow keys, and pointed at; Enter leads to the list.
await tabTo(".marks-layer");
await page.keyboard.press("End");
const meant = await page.$eval(".marks-layer .on", (mark) => mark.getAttribute("aria-label"));
if ((await page.textContent("#behind p")) !== meant) told(`below the picture stands something else than ${meant}`);
if (!(await page.textContent("#behind dl")).includes("data/figures.csv line")) told("the row of a mark is not told");
await page.keyboard.press("Enter");
const led = await page.evaluate(() => document.activeElement.parentElement.matches("details.mark[open]") && document.activeElement.textContent);
if (led !== meant) told(`Enter leads to ${led}`);
await page.hover(".marks-layer g:first-child");
const pointed = await page.$eval(".marks-layer g:first-child", (mark) => mark.getAttribute("aria-label"));
if ((await page.textContent("#behind p")) !== pointed || pointed === meant) told(`pointing at ${pointed} shows something else`);
await page.click("#marks-tools button");
await page.waitForFunction(() => document.querySelector("#marks-tools [role=status]").textContent.trim() === "Copied");
const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((one) => one.types));
if (!kinds.includes("image/png")) told(`copied is ${kinds}`);

// A figure is added: said back at each key, the charts before and after, saved, taken back.
const figures = `${project}/data/figures.csv`;
const before = readFileSync(figures, "utf8");
await page.goto(`${root}/charts/index.html`);
await tabTo("nav a[href='/add']");
await page.keyboard.press("Enter");
await page.waitForURL("**/add");
for (const [field, text] of [["series", "swift-nests"], ["source", "club-2024"], ["period", "in 2019"], ["value", "1 million"]]) {
  await tabTo(`#${field}`);
  await page.keyboard.type(text);
  await page.waitForFunction((name) => document.getElementById(`said-${name}`).textContent.trim(), field);
}
// What is said is said again as soon as the cursor leaves the field: it stays on what it has reached since.
async function saidAgain() {
  await page.waitForFunction(() => !document.querySelector(".htmx-request"));
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/add/said")),
    page.evaluate(() => htmx.trigger("form.entry", "change")),
  ]);
  await answer.finished();
  await page.waitForFunction(() => !document.querySelector(".htmx-request, .htmx-settling, .htmx-swapping"));
}
async function staysOn(selector) {
  await tabTo(selector);
  await saidAgain();
  if (!(await page.evaluate((what) => document.activeElement.matches(what), selector))) told(`the cursor left ${selector}`);
}

await staysOn("#said-value button[data-write='sure=about']");
await page.keyboard.press("Enter");
await page.waitForSelector("#preview button[value=save]");
await page.waitForSelector("#preview .looks img");
const pictures = await page.$$eval("#preview .looks img", (images) => images.length);
if (pictures !== 2) told(`there are ${pictures} pictures of one chart, before and after`);
if (shots) await page.screenshot({ path: `${shots}/added.png`, fullPage: true });
await staysOn("#preview button[value=save]");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector("h1").textContent === "Saved");
if (!readFileSync(figures, "utf8").includes(",swift-nests,2019,1000000,")) told("the figure is not in the file");
await tabTo("form[action='/undo'] button");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent.includes("Taken back"));
if (readFileSync(figures, "utf8") !== before) told("something else was taken back");

// A cell is edited in place; what is wrong with it is told there, and the cursor stays.
await page.goto(`${root}/charts/series/swift-nests.html`);
const cell = "#cell-value-swift-nests-2020";
await tabTo(cell);
await page.keyboard.press("Control+A");
await page.keyboard.type("many");
await page.keyboard.press("Enter");
await page.waitForSelector(`${cell}[aria-invalid]`);
if (!(await page.evaluate((what) => document.activeElement.matches(what), cell))) told("the cursor left the cell");
await page.keyboard.press("Control+A");
await page.keyboard.type("97");
await page.keyboard.press("Enter");
await page.waitForSelector(`${cell}:not([aria-invalid])[value="97"]`);
if (shots) await page.screenshot({ path: `${shots}/edited.png`, fullPage: true });
if (!readFileSync(figures, "utf8").includes("swift-nests,2020,97,")) told("the cell is not in the file");

// Rows are pasted from a spreadsheet into the table, looked at, saved and taken back.
const held = readFileSync(figures, "utf8");
await page.goto(`${root}/charts/series/swift-nests.html`);
await page.focus(cell);
await page.evaluate(() => {
  const data = new DataTransfer();
  data.setData("text/plain", "2017\t71\n2018\t88\n");
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
});
await page.waitForURL("**/import/look*");
await look(page, told);
await tabTo("#source");
await page.keyboard.type("club-2022");
await tabTo("#import button[value=look]");
await page.keyboard.press("Enter");
await page.waitForSelector(".fates");
await look(page, told);
if (shots) await page.screenshot({ path: `${shots}/pasted.png`, fullPage: true });
await tabTo("#import button[value=save]");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector("h1").textContent === "Saved");
if (!readFileSync(figures, "utf8").includes(",swift-nests,2017,71,")) told("what was pasted is not in the file");
await tabTo("form[action='/undo'] button");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent.includes("Taken back"));
if (readFileSync(figures, "utf8") !== held) told("something else than the rows was taken back");

// A chart of one's own: its series, what suits them, its words with a function, and Save.
await page.goto(`${root}/new`);
await tabTo("#series-swift-nests");
await page.keyboard.press("Space");
await tabTo("form[action='/new'] button");
await page.keyboard.press("Enter");
await page.waitForSelector(".cards");
await tabTo(".cards a[href*='as=line']");
await page.keyboard.press("Enter");
await page.waitForURL("**/new/spec*");
await tabTo("#name");
await page.keyboard.type("my-swifts");
await tabTo("#text");
await page.keyboard.press("Control+A");
await page.keyboard.type("title = 'There were \n\n[[panels]]\nseries = [{ id = \"swift-nests\", mark = \"line\" }]\n");
await page.waitForSelector("#drawn .problems .error");
await page.evaluate(() => document.getElementById("text").setSelectionRange(20, 20));
await page.keyboard.type(" swifts'");
await page.evaluate(() => document.getElementById("text").setSelectionRange(20, 20));
await page.waitForSelector("#numbers [data-insert*=latest]");
await tabTo("#numbers [data-insert*=latest]");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector("#drawn img")?.alt.includes("There were 141"));

// A mark of it is chosen in the picture, gets words beside it, and stands out; the cursor stays.
await page.waitForSelector("#drawn .marks-layer");
await tabTo(".marks-layer");
await page.keyboard.press("End");
await page.keyboard.press("Enter");
await page.keyboard.type("the most");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.getElementById("text").value.includes('text = "the most"'));
await page.waitForSelector("#drawn .marks-layer .on");
await look(page, told);
if (shots) await page.screenshot({ path: `${shots}/marked.png`, fullPage: true });
const stays = await page.evaluate(() => [document.activeElement.id, document.getElementById("words").value].join());
if (stays !== "words,the most") told(`after words were put beside a mark, the cursor is in ${stays}`);
await tabTo("#emphasise-figure");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.getElementById("text").value.includes('emphasis = ["swift-nests-2024"]'));
await page.waitForSelector("#emphasise-figure[aria-pressed=true]");
await page.waitForFunction(() => document.activeElement.id === "emphasise-figure");
await page.keyboard.press("Enter");
await page.waitForSelector("#emphasise-figure[aria-pressed=false]");
await page.waitForFunction(() => document.activeElement.id === "emphasise-figure");
await page.click("#drawn .marks-layer g:nth-child(2)");
if ((await page.inputValue("#mark")) === "swift-nests-2024") told("a click chooses no mark");
await page.focus("button[value=save]");
await page.keyboard.press("Enter");
await page.waitForURL("**/charts/my-swifts/index.html");
if (!readFileSync(`${project}/charts/my-swifts.toml`, "utf8").includes('latest("swift-nests")')) told("the spec is another");
if (!readFileSync(`${project}/charts/my-swifts.toml`, "utf8").includes("the most")) told("what was put beside a mark is not in the spec");

// Edited elsewhere, the page is up to date at once; what is being typed stays.
await page.goto(`${root}/charts/series/swift-nests.html`);
await page.waitForTimeout(300);
writeFileSync(figures, readFileSync(figures, "utf8").replace("2020,97,", "2020,98,"));
await page.waitForSelector(`${cell}[value="98"]`, { timeout: 5000 });
const note = "#cell-note-swift-nests-2020";
await tabTo(note);
await page.keyboard.type("Mine.");
writeFileSync(figures, readFileSync(figures, "utf8").replace("2020,98,", "2020,99,"));
await page.waitForSelector("#changed");
if ((await page.inputValue(note)) !== "Mine.") told("what was typed is gone");
await context.close();

// What changed is reviewed: side by side, swiped and laid over each other, by the keyboard and without script.
for (const [colorScheme, width] of [["light", 320], ["dark", 320], ["light", 1280], ["dark", 1280]]) {
  const { context, page, told } = await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
  await page.goto(`${root}/review`);
  for (const way of ["side", "swipe", "overlay"]) {
    await page.check(`.as-${way}`);
    await look(page, told);
    if (shots) await page.screenshot({ path: `${shots}/review-${way}-${colorScheme}-${width}.png`, fullPage: true });
  }
  await context.close();
}
const quiet = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
const review = await quiet.newPage();
review.on("console", (message) => console.log(`/review: ${message.text()}`));
await review.goto(first);
await review.goto(`${root}/review`);
await review.focus(".as-side");
await review.keyboard.press("ArrowRight");
const stage = review.locator(".stage").first();
const was = await stage.screenshot();
await stage.focus();
for (let step = 0; step < 30; step += 1) await review.keyboard.press("ArrowRight");
await review.waitForTimeout(500);
if (was.equals(await stage.screenshot())) console.log("/review: nothing is swiped by the keyboard");
await quiet.close();

// Without script it can be read.
const plain = await browser.newContext({ javaScriptEnabled: false });
const silent = await plain.newPage();
await silent.goto(first);
for (const path of pages) {
  await silent.goto(root + path);
  if (!(await silent.isVisible("h1"))) console.log(`without script ${path} has no heading`);
}
await silent.goto(`${root}/charts/nests/index.html`);
await silent.click("details.mark summary");
if (!(await silent.isVisible("details.mark dl"))) console.log("without script nothing is told of a mark");
await browser.close();
