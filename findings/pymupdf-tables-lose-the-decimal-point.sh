#!/usr/bin/env bash
# PyMuPDF 2.0.0, to compare pdfplumber 0.11.10, with a table drawn by reportlab 5.1.0 (PyPI).
# Guess: the cells of find_tables() hold what the page shows, 44.5%, -158, 1,644, "South and East", at least as its own
# get_text() has it.
# Seen: extract() takes small signs for another line: 44.5% is 445% with the point in a line of its own, 1,644 is 1644 and a
# comma, 0.4 is 04, -158 is 158 and a hyphen, and spaces are gone. to_markdown() and get_text() of the same table are
# right, and so is pdfplumber.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pymupdf==2.0.0 pdfplumber==0.11.10 reportlab==5.1.0
cat > try.py <<'PY'
import pdfplumber, pymupdf
from reportlab.lib import colors
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle
rows = [["Area", "2017", "2018"], ["North", "44.5%", "-158"], ["South and East", "1,644", "0.4"]]
SimpleDocTemplate("t.pdf").build([Table(rows, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))])
page = pymupdf.open("t.pdf")[0]
table = page.find_tables().tables[0]
for row in table.extract():
    print("extract", *map(repr, row))
print("to_markdown", table.to_markdown().strip().replace("\n", " "))
print("get_text", page.get_text().split("\n"))
for row in pdfplumber.open("t.pdf").pages[0].extract_table():
    print("pdfplumber", *map(repr, row))
PY
cat > expected <<'TXT'
extract 'Area' '2017' '2018'
extract 'North' '445%\n.' '158\n-'
extract 'SouthandEast' '1644\n,' '04\n.'
to_markdown |Area|2017|2018| |---|---|---| |North|44.5%|-158| |South and East|1,644|0.4|
get_text ['Area', '2017', '2018', 'North', '44.5%', '-158', 'South and East', '1,644', '0.4', '']
pdfplumber 'Area' '2017' '2018'
pdfplumber 'North' '44.5%' '-158'
pdfplumber 'South and East' '1,644' '0.4'
TXT
v/bin/python try.py > seen 2> log
diff expected seen
