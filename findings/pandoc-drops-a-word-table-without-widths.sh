#!/usr/bin/env bash
# Pandoc 3.6.1 (pypandoc_binary 1.15 from PyPI), Word to HTML and plain text.
# Guess: a table whose columns say no width (`w:gridCol` without `w:w`, which ISO/IEC 29500-1 leaves to
# the writer) comes out with its cells, as wide as they need be.
# Seen: the rows are there and every cell is gone, figures and headings, without a warning. With a width
# at each column all of it is there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.15
cat > try.py <<'PY'
import zipfile
import pypandoc
WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml'
def row(*cells):
    return '<w:tr>' + ''.join(f'<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>' for c in cells) + '</w:tr>'
for column in ['<w:gridCol/>', '<w:gridCol w:w="2000"/>']:
    table = f'<w:tbl><w:tblPr/><w:tblGrid>{column * 2}</w:tblGrid>{row("Year", "Loans")}{row("2018", "1,644")}</w:tbl><w:p/>'
    with zipfile.ZipFile('a.docx', 'w') as package:
        package.writestr('[Content_Types].xml', f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                         f'ContentType="{RELATIONS}"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>')
        package.writestr('_rels/.rels', f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                         f'Type="{OFFICE}" Target="word/document.xml"/></Relationships>')
        package.writestr('word/document.xml', f'<w:document xmlns:w="{WORD}"><w:body>{table}</w:body></w:document>')
    page = pypandoc.convert_file('a.docx', 'html')
    print(column, page.count('<tr'), 'rows', page.count('<td') + page.count('<th>'), 'cells', '1,644' in page)
PY
cat > expected <<'TXT'
<w:gridCol/> 2 rows 0 cells False
<w:gridCol w:w="2000"/> 2 rows 4 cells True
TXT
env/bin/python try.py > seen
diff expected seen
