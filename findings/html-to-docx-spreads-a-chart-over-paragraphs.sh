#!/usr/bin/env bash
# html-to-docx 1.8.0 (npm).
# Guess: a chart that stands inline in a page becomes a picture in the Word document, or is left out.
# Seen: no picture, but each of its words becomes a paragraph of the report: title, description, the words behind
# every mark, labels. Words inside a link are lost and leave an empty hyperlink. As <img> with a data address the
# chart is a picture with its alternative text, stored as SVG alone, in a part named .svg+xml, without a PNG.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund html-to-docx@1.8.0 jszip@3.10.1
cat > try.cjs <<'JS'
const docx = require('html-to-docx')
const zip = require('jszip')
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" role="img" aria-label="Visits rose"><title>Visits rose</title>
<rect width="9" height="55" y="5"><title>2020: 96,340</title></rect><text x="20" y="30">96,340</text>
<a href="https://example.org/"><text x="20" y="50">Library office</text></a></svg>`
async function look (name, html) {
  const parts = await zip.loadAsync(await docx(html))
  const body = await parts.file('word/document.xml').async('string')
  const words = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(m => m[1])
  const media = Object.keys(parts.files).filter(f => /media\/./.test(f)).map(f => f.replace(/.*\.(?=svg|png)/, '.'))
  console.log(name, JSON.stringify(words), (body.match(/<w:hyperlink/g) || []).length, media.join(), (body.match(/descr="[^"]*"/) || []).join())
}
(async () => {
  await look('inline', `<p>Before.</p>${svg}<p>After.</p>`)
  await look('img', `<p>Before.</p><p><img alt="Visits rose" width="90" height="60" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"></p>`)
})()
JS
cat > expected <<'TXT'
inline ["Before.","Visits rose","2020: 96,340","96,340","After."] 1  
img ["Before."] 0 .svg+xml descr="Visits rose"
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
