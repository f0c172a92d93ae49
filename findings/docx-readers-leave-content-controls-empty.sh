#!/usr/bin/env bash
# python-docx 1.2.0, docx2md 1.0.5, docx-parser-converter 1.0.3, docx2everything 1.1.0 (PyPI); to compare docx2txt 0.9.
# Guess: a figure that stands in a content control of Word (w:sdt), as templates of reports have them for what is filled in,
# is read like the words around it: within a sentence, in a cell, as a paragraph, as a whole cell.
# Seen: python-docx (paragraphs and cells), docx-parser-converter and docx2everything (as Markdown) give "counted  boxes", an
# empty cell, no paragraph, and a row that has a cell less; docx2md has the whole cell alone. docx2everything as plain text
# has all four, and so has docx2txt. Nothing is said of it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2md==1.0.5 docx-parser-converter==1.0.3 docx2everything==1.1.0 docx2txt==0.9
cat > try.py <<'PY'
import subprocess
import docx, docx_parser_converter, docx2txt
from docx.oxml import parse_xml
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def control(inner):
    return parse_xml(f'<w:sdt {W}><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>')
def paragraph(words):
    return f'<w:p {W}><w:r><w:t>{words}</w:t></w:r></w:p>'
document = docx.Document()
sentence = document.add_paragraph('They counted ')
sentence._p.append(control('<w:r><w:t>550</w:t></w:r>'))
sentence.add_run(' boxes')
sentence._p.addnext(control(paragraph('In all 551')))
table = document.add_table(2, 2)
table.cell(0, 0).text, table.cell(1, 0).text = '2018', '2019'
last = table.cell(0, 1)._tc.p_lst[0]
last.addprevious(control(paragraph('552')))
row = table.rows[1]._tr
row.replace(row.tc_lst[1], control(f'<w:tc><w:tcPr/>{paragraph("553")}</w:tc>'))
document.add_paragraph('End')
document.save('a.docx')
read = docx.Document('a.docx')
subprocess.run(['v/bin/docx2md', 'a.docx', 'a.md'], check=True, capture_output=True)
def everything(*options):
    return subprocess.run(['v/bin/docx2everything', *options, 'a.docx'], check=True, capture_output=True, text=True).stdout
for name, text in {
    'python-docx': '\n'.join([p.text for p in read.paragraphs] + [str([c.text for c in r.cells]) for r in read.tables[0].rows]),
    'docx2md': open('a.md').read(),
    'docx-parser-converter': docx_parser_converter.docx_to_text('a.docx'),
    'docx2everything --markdown': everything('--markdown'),
    'docx2everything': everything(),
    'docx2txt': docx2txt.process('a.docx'),
}.items():
    print(name)
    print('\n'.join('  ' + line.rstrip() for line in text.split('\n') if line.strip()))
PY
cat > expected <<'TXT'
python-docx
  They counted  boxes
  End
  ['2018', '']
  ['2019']
docx2md
  They counted  boxes
  <table id="table1">
  <tr>
  <td>2018</td>
  <td></td>
  </tr>
  <tr>
  <td>2019</td>
  <td>553</td>
  </tr>
  </table>
  End
docx-parser-converter
  They counted  boxes
  2018
  2019
  End
docx2everything --markdown
  They counted  boxes
  | 2018 |  |
  | --- | --- |
  | 2019 |  |
  End
docx2everything
  They counted 550 boxes
  In all 551
  2018
  552
  2019
  553
  End
docx2txt
  They counted 550 boxes
  In all 551
  2018
  552
  2019
  553
  End
TXT
v/bin/python try.py > seen 2> log
diff expected seen
