#!/usr/bin/env bash
# pptxgenjs 4.0.1 (npm).
# Guess: an SVG put on a slide gets a PNG beside it, which programs show that cannot draw SVG.
# Seen: the part that stands for the PNG, ppt/media/image-1-1.png, has the bytes of the SVG; its content type is
# image/png. A program that does not read svgBlip has no picture to show. The alternative text is kept.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund pptxgenjs@4.0.1 jszip@3.10.1
cat > try.cjs <<'JS'
const Deck = require('pptxgenjs')
const zip = require('jszip')
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9" height="55" y="5"/></svg>';
(async () => {
  const deck = new Deck()
  deck.addSlide().addImage({ data: 'data:image/svg+xml;base64,' + Buffer.from(svg).toString('base64'), x: 1, y: 1, w: 3, h: 2, altText: 'Visits rose' })
  const parts = await zip.loadAsync(await deck.write({ outputType: 'nodebuffer' }))
  for (const name of Object.keys(parts.files).filter(f => /media\/./.test(f)).sort()) {
    const bytes = await parts.file(name).async('nodebuffer')
    console.log(name, 'png:', bytes.subarray(1, 4).toString() === 'PNG', 'the svg:', bytes.toString() === svg)
  }
  console.log(/Extension="png" ContentType="image\/png"/.test(await parts.file('[Content_Types].xml').async('string')))
  const slide = await parts.file('ppt/slides/slide1.xml').async('string')
  console.log(slide.match(/descr="[^"]*"/)[0], slide.match(/<asvg:svgBlip/) !== null)
})()
JS
cat > expected <<'TXT'
ppt/media/image-1-1.png png: false the svg: true
ppt/media/image-1-2.svg png: false the svg: true
true
descr="Visits rose" true
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
