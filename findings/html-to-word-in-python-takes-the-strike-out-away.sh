#!/usr/bin/env bash
# htmldocx 0.0.6 and html2docx 1.6.0 (PyPI), which make Word documents of pages.
# Guess: a figure that was withdrawn, struck out in the page by <del> or <s>, is struck out in the document, and the second
# row of a year that spans two rows has its figure below the heading of the figures.
# Seen: both set the withdrawn 550 (<del>) as plain as 560 beside it; of <s> htmldocx keeps the line, html2docx does not. In
# the table 560 stands in the column of the years, and the cell below the figures is empty. A raised mark stays raised.
# Terms and what they mean run together, "pprovisional", in htmldocx with the paragraph before.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check htmldocx==0.0.6 html2docx==1.6.0 python-docx==1.2.0
cat > try.py <<'PY'
import docx
from html2docx import html2docx
from htmldocx import HtmlToDocx
page = ('<p>Boxes: <del>550</del> <s>555</s> 560<sup>1</sup></p><dl><dt>p</dt><dd>provisional</dd></dl>'
        '<table><tr><th>Year</th><th>Boxes</th></tr><tr><td rowspan="2">2018</td><td>550</td></tr><tr><td>560</td></tr></table>')
one = docx.Document()
HtmlToDocx().add_html_to_document(page, one)
two = docx.Document(html2docx(page, title='Boxes'))
for name, document in [('htmldocx', one), ('html2docx', two)]:
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    struck = [run.text for run in runs if 'w:strike' in run._r.xml or 'w:dstrike' in run._r.xml]
    print(name, [paragraph.text for paragraph in document.paragraphs if paragraph.text], 'struck', struck, 'raised', [run.text for run in runs if run.font.superscript])
    print('  ', [[cell.text for cell in row.cells] for row in document.tables[0].rows])
PY
cat > expected <<'TXT'
htmldocx ['Boxes: 550 555 5601pprovisional'] struck ['555'] raised ['1']
   [['Year', 'Boxes'], ['2018', '550'], ['560', '']]
html2docx ['Boxes: 550 555 5601', 'pprovisional'] struck [] raised ['1']
   [['Year', 'Boxes'], ['2018', '550'], ['560', '']]
TXT
v/bin/python try.py > seen 2> log
diff expected seen
