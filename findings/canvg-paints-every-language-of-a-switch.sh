#!/usr/bin/env bash
# canvg 4.0.3 (npm), on @napi-rs/canvas 1.1.1, by which pages and servers make PNG of SVG.
# Guess: an SVG with a style sheet, a choice of languages and a struck-out figure is painted as browsers paint it.
# Seen: of a <switch> the texts of all languages are painted, one upon the other; what stands in an element that is not known
# is painted too. A line through a figure (text-decoration) is not, nor moved letters (dx="0 10 10") or letter-spacing.
# Rules "g .a", "g > rect" and var() do nothing, a class wins over an id and a style attribute over !important. A mark that
# is visible within a hidden group is not there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund canvg@4.0.3 @napi-rs/canvas@1.1.1 @xmldom/xmldom@0.9.12
cat > try.mjs <<'JS'
import { createCanvas } from '@napi-rs/canvas'
import { DOMParser } from '@xmldom/xmldom'
import { Canvg, presets } from 'canvg'
async function paint (body) {
  const canvas = createCanvas(200, 120)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120" font-family="sans-serif" font-size="20"><rect width="200" height="120" fill="#fff"/>${body}</svg>`
  const picture = await Canvg.from(canvas.getContext('2d'), svg, presets.node({ DOMParser, canvas: { createCanvas }, fetch }))
  await picture.render()
  return Buffer.from(canvas.getContext('2d').getImageData(0, 0, 200, 120).data).toString('base64')
}
const bar = more => `<rect x="10" y="10" width="60" height="40"${more}/>`
const text = (words, more = '') => `<text x="10" y="40"${more}>${words}</text>`
const red = bar(' fill="#f00"')
for (const [what, body, as] of [
  ['class', `<style>.a{fill:#f00}</style>${bar(' class="a"')}`, red],
  ['switch', `<switch>${text('Kisten', ' systemLanguage="de"')}${text('Boxes')}</switch>`, text('Boxes')],
  ['unknown element', `<note>${text('Boxes')}</note>`, ''],
  ['group and class', `<style>g .a{fill:#f00}</style><g>${bar(' class="a"')}</g>`, red],
  ['child', `<style>g > rect{fill:#f00}</style><g>${bar('')}</g>`, red],
  ['variable', `<style>svg{--c:#f00} .a{fill:var(--c)}</style>${bar(' class="a"')}`, red],
  ['id before class', `<style>#i{fill:#f00} .a{fill:#00f}</style>${bar(' class="a" id="i"')}`, red],
  ['!important', `<style>.a{fill:#f00 !important}</style>${bar(' class="a" style="fill:#00f"')}`, red],
  ['visible in hidden', `<g visibility="hidden">${bar(' fill="#f00" visibility="visible"')}</g>`, red]
]) console.log(what, '| as it should be:', await paint(body) === await paint(as))
for (const [what, words, more] of [['bold', '1234', ' font-weight="bold"'], ['line-through', '1234', ' text-decoration="line-through"'], ['letter-spacing', '1234', ' letter-spacing="5"'], ['moved letters', '1234', ' dx="0 10 10"']]) {
  console.log(what, '| makes a difference:', await paint(text(words, more)) !== await paint(text(words)))
}
JS
cat > expected <<'TXT'
class | as it should be: true
switch | as it should be: false
unknown element | as it should be: false
group and class | as it should be: false
child | as it should be: false
variable | as it should be: false
id before class | as it should be: false
!important | as it should be: false
visible in hidden | as it should be: false
bold | makes a difference: true
line-through | makes a difference: false
letter-spacing | makes a difference: false
moved letters | makes a difference: false
TXT
node try.mjs > seen 2> log
diff expected seen
