#!/usr/bin/env bash
# python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1, docx2md 1.0.5, docx-parser-converter 1.0.3 (PyPI), officeparser 8.1.1
# (npm); to compare mammoth 1.13.0 and Pandoc 3.9 (pypandoc_binary 1.17).
# Guess: the signs that Word puts in by Insert > Symbol from the font Symbol (w:sym), "at most" before 5 and a minus before
# 158, are read as such or as a sign for something unknown.
# Seen: "≤5" is 5 and "−158" is 158, in five of them, without a mark. docx2python gives the number of the sign in its font
# as a character of HTML: at most 5 is &#x00A3;5, five pounds. mammoth and Pandoc have both signs.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund officeparser@8.1.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 docx2md==1.0.5 docx-parser-converter==1.0.3 mammoth==1.13.0 pypandoc_binary==1.17
cat > try.py <<'PY'
import io
import subprocess
import docx, docx2txt, docx_parser_converter, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def run(inner):
    return parse_xml(f'<w:r {W}>{inner}</w:r>')
document = docx.Document()
paragraph = document.add_paragraph('Rise ')._p
for inner in ['<w:sym w:font="Symbol" w:char="F0A3"/>', '<w:t xml:space="preserve">5, then </w:t>', '<w:sym w:font="Symbol" w:char="F02D"/>', '<w:t>158</w:t>']:
    paragraph.append(run(inner))
document.save('a.docx')
subprocess.run(['v/bin/docx2md', 'a.docx', 'a.md'], check=True, capture_output=True)
seen = {
    'python-docx': docx.Document('a.docx').paragraphs[0].text,
    'docx2txt': docx2txt.process('a.docx'),
    'docx2md': open('a.md').read(),
    'docx-parser-converter': docx_parser_converter.docx_to_text('a.docx'),
    'docx2python': docx2python('a.docx').text,
    'mammoth': mammoth.extract_raw_text(open('a.docx', 'rb')).value,
    'pandoc': pypandoc.convert_file('a.docx', 'plain'),
}
for name, text in seen.items():
    print(name, '|', text.strip())
PY
cat > try.cjs <<'JS'
const { OfficeParser } = require('officeparser')
OfficeParser.parseOffice('a.docx').then(async read => console.log('officeparser |', (await read.to('text')).value.trim()))
JS
cat > expected <<'TXT'
python-docx | Rise 5, then 158
docx2txt | Rise 5, then 158
docx2md | Rise 5, then 158
docx-parser-converter | Rise 5, then 158
docx2python | Rise <span style=font-family:Symbol>&#x00A3;</span>5, then <span style=font-family:Symbol>&#x002D;</span>158
mammoth | Rise ≤5, then −158
pandoc | Rise ≤5, then −158
officeparser | Rise 5, then 158
TXT
{ v/bin/python try.py; node try.cjs; } > seen 2> log
diff expected seen
