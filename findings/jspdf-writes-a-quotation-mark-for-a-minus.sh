#!/usr/bin/env bash
# jsPDF 4.2.1 (npm), with its own fonts, as svg2pdf.js uses it too.
# Guess: signs that its Helvetica lacks (the minus U+2212, ≥, ≈) are refused or left out alone; the rest of the
# text stays as it is.
# Seen: no error. The two halves of the number of the sign are written as letters, as pdfkit does: −158 reads "158
# with a quotation mark in front, ≥ is "e and ≈ is "H. En dash, €, ± and £ are right, and so is a hyphen for a
# minus.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jspdf@4.2.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pypdfium2==5.12.1
cat > try.cjs <<'JS'
const { writeFileSync } = require('node:fs')
const { jsPDF } = require('jspdf')
const page = new jsPDF()
;['-158', '2017–18', '€5 ±1', '£642', '−158', '£5 ≥ £3', '≈ 850'].forEach((text, at) => page.text(text, 20, 20 + 20 * at))
writeFileSync('t.pdf', Buffer.from(page.output('arraybuffer')))
JS
cat > try.py <<'PY'
import pypdfium2
print(ascii(pypdfium2.PdfDocument("t.pdf")[0].get_textpage().get_text_bounded()).replace("\\r\\n", "\n"))
PY
cat > expected <<'TXT'
'-158
2017\u201318
\u20ac5 \xb11
\xa3642
"\x12158
\xa35 "e \xa33
"H 850'
TXT
{ node try.cjs; v/bin/python try.py; } > seen 2> /dev/null
diff expected seen
