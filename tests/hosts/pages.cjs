// What becomes of a bundle in a browser: pages with the snippets, under strict content security
// policies, once and twice, looked at by axe-core. Run by `.ci/hosts`.
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const zlib = require('node:zlib');
const { chromium } = require('playwright-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [, , sourceline, work] = process.argv;
const say = (message) => console.log(`  ${message}`);
function must(holds, message) {
  if (!holds) throw new Error(message);
}

const page = (title, body) =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><main><h1>${title}</h1>\n<p class="control">A paragraph of the page.</p>\n${body}</main></body></html>`;

const embed = (...words) =>
  execFileSync(sourceline, ['embed', ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const names = fs.readdirSync('charts').filter((name) => name.endsWith('.toml')).map((name) => name.slice(0, -5));
const read = (folder, file) => fs.readFileSync(path.join(work, folder, file), 'utf8');

const inline = Object.fromEntries(names.map((name) => [name, embed(name, '--for', 'strict-html', '--inline')]));
const twenty = Array.from({ length: 20 }, (_, at) => inline[names[at % names.length]]).join('\n');
// Every picture of the gallery, as it was approved.
const gallery = fs.readdirSync('tests/gallery').sort()
  .map((name) => fs.readFileSync(path.join('tests/gallery', name, 'charts', `${name}.svg`), 'utf8'));
const strict = "default-src 'none'; img-src 'self'; style-src 'none'";
// As most pages have it: the snippet says how wide its column is by a style.
const styled = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";

// Address, page, content security policy.
const pages = {
  '/kit/image.html': [page('An image', read('kit', 'referrals.strict.html')), strict],
  '/kit/image-twice.html': [page('An image twice', read('kit', 'arrests.strict.html').repeat(2)), strict],
  '/kit/styled.html': [page('An image in its column', read('kit', 'referrals.html')), styled],
  '/styled.html': [page('Inline in its column', embed('referrals', '--inline')), styled],
  '/bare/image.html': [page('A bare image', read('bare', 'referrals.html')), styled],
  '/hostile/image.html': [page('Hostile words', read('hostile', 'boxes.strict.html')), strict],
  '/inline.html': [page('Inline', inline.referrals), strict],
  '/inline-twice.html': [page('Inline twice', inline.arrests.repeat(2)), strict],
  '/inline-bare.html': [page('Inline and bare', embed('referrals', '--inline', '--bare')), styled],
  '/gallery-twice.html': [page('Gallery twice', gallery.concat(gallery).join('\n')), strict],
  '/twenty.html': [page('Twenty', twenty), strict],
  '/none.html': [page('None', ''), strict],
};

function serve() {
  const types = { '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' };
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (pages[address]) {
      response.writeHead(200, { 'content-type': types['.html'], 'content-security-policy': pages[address][1] });
      return response.end(pages[address][0]);
    }
    const file = path.join(work, path.normalize(address));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404);
      return response.end();
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function visit(browser, base, address, width = 1000, colorScheme = 'light') {
  // The policy is the point, so axe is let in past it, not by it.
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const tab = await context.newPage();
  const complaints = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`) && dialog.dismiss());
  await tab.goto(base + address, { waitUntil: 'load' });
  must(complaints.filter((text) => !text.includes('favicon')).length === 0, `${address}: ${complaints.join('\n')}`);
  return { context, tab };
}

async function accessible(tab, address) {
  await tab.evaluate(axe);
  const result = await tab.evaluate(() => globalThis.axe.run());
  must(result.passes.length > 5, `${address}: axe-core looked at nothing`);
  const found = result.violations.map((one) => `${one.id} (${one.nodes[0]?.any[0]?.message}): ${one.nodes.map((node) => node.html).join('\n  ')}`);
  must(found.length === 0, `${address}: axe-core found\n${found.join('\n')}`);
}

// Labels within one picture do not lie upon each other, nor leave it.
const overlaps = () => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    boxes.forEach(([words, box], at) => {
      if (box.width === 0) found.push(`nothing is drawn of: ${words}`);
      if (box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom + 1)
        found.push(`outside: ${words}`);
      for (const [others, other] of boxes.slice(at + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        // Line boxes are taller than letters.
        if (across > 1 && down > 5) found.push(`upon each other: ${words} | ${others}`);
      }
    });
  }
  return found;
};

const control = () => {
  const style = getComputedStyle(document.querySelector('.control'));
  return ['fontFamily', 'fontSize', 'color', 'backgroundColor', 'lineHeight'].map((key) => style[key]).join('|');
};

// A `<picture>` gives each screen its twin, at its own size; a page of them can be read on all.
async function twins(browser, base) {
  for (const [width, scheme, ending, wide] of [
    [1000, 'light', '', 720],
    [1000, 'dark', '-dark', 720],
    [400, 'light', '-narrow', 360],
    [400, 'dark', '-narrow-dark', 360],
  ]) {
    const address = '/kit/image.html';
    const { context, tab } = await visit(browser, base, address, width, scheme);
    const [source, size, natural] = await tab.evaluate(() => {
      const image = document.images[0];
      return [image.currentSrc, image.width, image.naturalWidth];
    });
    must(source.endsWith(`/referrals${ending}.svg`), `${address} at ${width}, ${scheme}: ${source}`);
    must(size === wide && natural === wide, `${source} is ${natural} wide, drawn ${size}`);
    await context.close();
  }
  for (const [width, scheme] of [[1000, 'dark'], [360, 'light'], [360, 'dark']]) {
    const { context, tab } = await visit(browser, base, '/kit/index.html', width, scheme);
    await accessible(tab, '/kit/index.html');
    const fits = await tab.evaluate(() =>
      [...document.images].every((image) => image.naturalWidth > 0 && image.width <= innerWidth));
    must(fits, `the index fits ${width} pixels`);
    if (process.env.SOURCELINE_SHOTS) {
      const file = path.join(process.env.SOURCELINE_SHOTS, `index-${width}-${scheme}.png`);
      await tab.screenshot({ path: file, fullPage: true });
    }
    await context.close();
  }
  say('/kit/index.html, and twins: light and dark, on a desk and on a phone');
}

// No picture is wider than its column, and none is set out of shape.
async function columns(browser, base) {
  for (const address of ['/kit/styled.html', '/styled.html', '/inline-bare.html']) {
    for (const width of [320, 500, 1000]) {
      const { context, tab } = await visit(browser, base, address, width);
      const [wide, shape, drawn, scrolls] = await tab.evaluate(() => {
        const picture = document.querySelector('figure img, figure svg');
        const box = picture.getBoundingClientRect();
        const { width, height } = picture.viewBox?.baseVal ?? { width: picture.naturalWidth, height: picture.naturalHeight };
        return [box.width, box.width / box.height, width / height,
          document.querySelector('figure').scrollWidth > innerWidth];
      });
      must(wide > 250 && wide <= width && !scrolls, `${address} at ${width}: the picture is ${wide} wide`);
      must(Math.abs(shape / drawn - 1) < 0.02, `${address} at ${width}: out of shape, ${shape} for ${drawn}`);
      await context.close();
    }
  }
  say('pictures in columns of 320, 500 and 1000 pixels');
}

async function main() {
  const server = await serve();
  const base = `http://127.0.0.1:${server.address().port}`;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'hosts-'));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    let before;
    for (const address of ['/none.html', ...Object.keys(pages).filter((one) => one !== '/none.html')]) {
      const { context, tab } = await visit(browser, base, address);
      const images = await tab.evaluate(() =>
        [...document.querySelectorAll('img')].map((image) =>
          [image.complete && image.naturalWidth, image.width, image.height, image.alt]));
      for (const [natural, width, height, alt] of images) {
        must(natural > 0 && width === 720 && height > 200, `${address}: the image is ${width} by ${height}`);
        must(alt.length > 20, `${address}: no alternative text`);
      }
      const labelled = await tab.evaluate(() =>
        [...document.querySelectorAll('svg')].map((svg) => svg.getAttribute('role') + svg.getAttribute('aria-label')));
      must(labelled.every((label) => label.startsWith('img') && label.length > 20), `${address}: ${labelled}`);
      const crowded = await tab.evaluate(overlaps);
      must(crowded.length === 0, `${address}:\n${crowded.join('\n')}`);
      const ids = await tab.evaluate(() => document.querySelectorAll('figure [id], details [id]').length);
      must(ids === 0, `${address}: ${ids} ids`);
      const style = await tab.evaluate(control);
      before ??= style;
      must(style === before, `${address}: the page changed from ${before} to ${style}`);
      await accessible(tab, address);
      say(`${address}: ${images.length + labelled.length} pictures, no complaint, no violation`);
      await context.close();
    }
    await twins(browser, base);
    await columns(browser, base);
  } finally {
    await browser.close();
    server.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
  const pictures = Array.from({ length: 20 }, (_, at) => inline[names[at % names.length]].match(/<svg[^]*<\/svg>/)[0]);
  const raw = Buffer.byteLength(pictures.join('\n'));
  const packed = zlib.gzipSync(pictures.join('\n')).length;
  must(raw < 400 * 1024 && packed < 80 * 1024, `twenty charts are ${raw} bytes, ${packed} packed`);
  say(`twenty inlined charts: ${raw} bytes, ${packed} packed`);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
