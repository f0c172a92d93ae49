#!/usr/bin/env bash
# pdfkit 0.20.2 and svg-to-pdfkit 0.1.8 (npm), with their own fonts.
# Guess: signs that Helvetica as PDF knows it lacks (the minus U+2212, ≥, ≈) are refused, or something is
# drawn that shows the loss.
# Seen: no error. pdfkit draws the two halves of the sign's number as letters: −158 reads "158 with a
# quotation mark in front, ≥ 5 reads "e 5. svg-to-pdfkit draws nothing: a fall of 158 is a plain 158. En dash,
# ±, £ and € are right in both, and so is a hyphen.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund pdfkit@0.20.2 svg-to-pdfkit@0.1.8
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pypdfium2==5.12.1 pillow
cat > try.cjs <<'JS'
const PDFDocument = require('pdfkit')
const svgToPdf = require('svg-to-pdfkit')
const { createWriteStream } = require('fs')
for (const way of ['pdfkit', 'svg']) {
  const file = new PDFDocument({ autoFirstPage: false })
  file.pipe(createWriteStream(way + '.pdf'))
  for (const words of ['−', '−158', '158', '-158', '≥ 5', '≈ 5', '± 5', '2018–19', '£5 €5']) {
    file.addPage({ size: [120, 60], margin: 10 })
    if (way === 'pdfkit') file.fontSize(12).text(words)
    else svgToPdf(file, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><text x="10" y="30" font-size="12" font-family="Helvetica">${words}</text></svg>`, 0, 0)
  }
  file.end()
}
JS
cat > look.py <<'PY'
import pypdfium2
for way in ["pdfkit", "svg"]:
    pages = [page for page in pypdfium2.PdfDocument(way + ".pdf")]
    dark = [sum(page.render(scale=4).to_pil().convert("L").histogram()[:128]) for page in pages]
    print(way, "| of a minus alone something is drawn:", dark[0] > 0, "| of −158 more than of 158:", dark[1] > dark[2])
    print(*[ascii(page.get_textpage().get_text_range().replace("\r\n", "")) for page in pages], sep=" | ")
PY
cat > expected <<'TXT'
pdfkit | of a minus alone something is drawn: True | of −158 more than of 158: True
'"\x12' | '"\x12158' | '158' | '-158' | '"e 5' | '"H 5' | '\xb1 5' | '2018\u201319' | '\xa35 \u20ac5'
svg | of a minus alone something is drawn: False | of −158 more than of 158: False
'' | '158' | '158' | '-158' | '5' | '5' | '\xb1 5' | '2018\u201319' | '\xa35 \u20ac5'
TXT
{ node try.cjs && v/bin/python look.py; } > seen 2> /dev/null
diff expected seen
