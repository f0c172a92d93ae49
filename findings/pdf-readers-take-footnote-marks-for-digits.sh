#!/usr/bin/env bash
# pdfplumber 0.11.10, pdfminer.six 20260107, PyMuPDF 2.0.0, pypdf 7.1.1, pypdfium2 5.15.2 (PyPI); unpdf 1.7.0 (npm,
# with PDF.js); a table drawn by reportlab 5.1.0.
# Guess: a small mark of a footnote, raised behind a figure, is kept apart from it by readers that know the place and
# size of each letter, if only by a space; at worst the mark is lost.
# Seen: five of the seven ways set it next to the figure as its last digit: 1,250 is 1,2501, and -158 is -1582.
# pypdfium2 and pypdf as it is break the line in the middle of the row.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pdfplumber==0.11.10 pdfminer.six==20260107 PyMuPDF==2.0.0 pypdf==7.1.1 pypdfium2==5.15.2 reportlab==5.1.0
npm install --silent --no-audit --no-fund unpdf@1.7.0
cat > read.mjs <<'JS'
import { readFileSync } from 'fs'
import { extractText } from 'unpdf'
console.log((await extractText(new Uint8Array(readFileSync('table.pdf')))).text.join(' '))
JS
cat > try.py <<'PY'
import subprocess
import pdfplumber, pymupdf, pypdf, pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen import canvas
sheet = canvas.Canvas("table.pdf", pagesize=(400, 200))
for height, (year, boxes, mark, change) in zip([150, 132, 114], [("2017", "1,234", "", "56"), ("2018", "1,250", "1", "61"), ("2019", "-158", "2", "70")]):
    sheet.setFont("Helvetica", 10)
    sheet.drawString(40, height, year)
    sheet.drawRightString(160, height, boxes)
    sheet.setFont("Helvetica", 6)
    sheet.drawString(160, height + 4, mark)
    sheet.setFont("Helvetica", 10)
    sheet.drawRightString(240, height, change)
sheet.save()
for name, text in [
    ("pdfplumber", pdfplumber.open("table.pdf").pages[0].extract_text()),
    ("pdfminer", extract_text("table.pdf")),
    ("pymupdf", pymupdf.open("table.pdf")[0].get_text()),
    ("pypdf", pypdf.PdfReader("table.pdf").pages[0].extract_text()),
    ("pypdf, layout", pypdf.PdfReader("table.pdf").pages[0].extract_text(extraction_mode="layout")),
    ("pypdfium2", pypdfium2.PdfDocument("table.pdf")[0].get_textpage().get_text_range()),
    ("unpdf", subprocess.run(["node", "read.mjs"], capture_output=True, text=True).stdout),
]:
    print(name, "|", *text.split())
PY
cat > expected <<'TXT'
pdfplumber | 2017 1,234 56 2018 1,2501 61 2019 -1582 70
pdfminer | 2017 2018 2019 1,234 1,2501 -1582 56 61 70
pymupdf | 2017 1,234 56 2018 1,2501 61 2019 -1582 70
pypdf | 2017 1,234 56 2018 1,250 1 61 2019 -158 2 70
pypdf, layout | 2017 1,234 56 2018 1,2501 61 2019 -1582 70
pypdfium2 | 2017 1,234 56 2018 1,250 1 61 2019 -158 2 70
unpdf | 2017 1,234 56 2018 1,2501 61 2019 -1582 70
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
