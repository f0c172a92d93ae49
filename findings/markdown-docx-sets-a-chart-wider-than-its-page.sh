#!/usr/bin/env bash
# markdown-docx 1.7.0 (npm), which makes Word documents of Markdown.
# Guess: a chart as PNG at twice its size, 1,200 pixels at 192 dots an inch, is no wider than the page; one as SVG is there, or its
# alternative text; &lt;5 and &minus;158 are the signs they stand for; a list that begins with 2018. begins so.
# Seen: the chart is 12.5 inches wide, a pixel for each dot, on a page of 8.3; of the SVG the page shows a
# piece of Markdown, [!Boxes rose to 600](c.svg). The page says &lt;5 and &minus;158, letter by letter, and <sup>. The list
# begins with 1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdown-docx@1.7.0 jszip@3.10.1
cat > chart.py <<'PY'
import struct, zlib
part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open("c.png", "wb").write(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", 1200, 600, 8, 0, 0, 0, 0)) +
    part(b"pHYs", struct.pack(">IIB", 7559, 7559, 1)) + part(b"IDAT", zlib.compress(b"".join(b"\0" + b"\xff" * 1200 for _ in range(600)))) + part(b"IEND", b""))
open("c.svg", "w").write('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><text y="20">2018</text></svg>')
PY
cat > try.mjs <<'JS'
import JSZip from 'jszip'
import * as library from 'markdown-docx'
const make = library.default?.default ?? library.default
const text = '![Boxes in a PNG](c.png)\n\n![Boxes rose to 600](c.svg)\n\nFell to &lt;5 by &minus;158, 1,234<sup>1</sup>\n\n2018. counted\n2020. estimated\n'
const file = await JSZip.loadAsync(await library.Packer.toBuffer(await make(text)))
const page = await file.file('word/document.xml').async('string')
for (const [, wide, alternative] of page.matchAll(/<wp:extent cx="(\d+)".*?descr="([^"]*)"/g)) console.log('picture', alternative, '|', wide / 914400, 'inches')
const plain = words => words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
console.log('page', (page.match(/<w:pgSz[^>]*w:w="(\d+)"/)[1] / 1440).toFixed(1), 'inches')
for (const paragraph of page.split('</w:p>')) {
  const words = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(found => plain(found[1])).join('')
  if (words) console.log('words', words)
}
const lists = await file.file('word/numbering.xml').async('string')
console.log('lists begin with', [...new Set([...lists.matchAll(/w:start(?:Override)? w:val="(\d+)"/g)].map(found => found[1]))].join())
JS
python3 chart.py
node try.mjs > seen 2> /dev/null
cat > expected <<'TXT'
picture Boxes in a PNG | 12.5 inches
page 8.3 inches
words [!Boxes rose to 600](c.svg)
words Fell to &lt;5 by &minus;158, 1,234<sup>1</sup>
words counted
words estimated
lists begin with 1
TXT
diff expected seen
