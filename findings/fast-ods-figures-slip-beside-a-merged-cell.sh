#!/usr/bin/env bash
# fast-ods 0.3.2 (PyPI), a reader of OpenDocument sheets.
# Guess: beside a cell that covers two columns there is an empty one, so that what follows stays below its heading, as in
# ezodf; spaces, tabs and line breaks in a cell, which the format writes as elements, stay spaces of some kind.
# Seen: the covered cell is left out, and all cells to its right slip one column to the left: the figure of 2019 stands
# below 2018. "2018 to 2019" becomes "2018to2019" where spaces are elements, and two lines of a cell become the first, so
# that "East" and "West" of one area are one of them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check fast-ods==0.3.2 ezodf==0.3.2 lxml==6.1.3
cat > try.py <<'PY'
import zipfile
import ezodf, fast_ods

def text(words, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{words}</text:p></table:table-cell>'

def number(figure):
    return f'<table:table-cell office:value-type="float" office:value="{figure}"><text:p>{figure}</text:p></table:table-cell>'

rows = [text("area") + "".join(map(number, (2016, 2017, 2018, 2019))),
        text("North") + "".join(map(number, (1, 2, 3, 4))),
        text("South") + text("not collected", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + number(7) + number(8),
        text("2018<text:s/>to<text:s/>2019") + text("1<text:tab/>200"),
        text("East</text:p><text:p>West") + text("up<text:line-break/>down")]
names = ' '.join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
           '<office:spreadsheet><table:table table:name="T">'
           + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
           + '</table:table></office:spreadsheet></office:body></office:document-content>')
kind = "application/vnd.oasis.opendocument.spreadsheet"
entries = "".join(f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>' for path, media in (("/", kind), ("content.xml", "text/xml")))
with zipfile.ZipFile("a.ods", "w") as out:
    out.writestr("mimetype", kind)
    out.writestr("content.xml", content)
    out.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><m:manifest '
                 f'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">{entries}</m:manifest>')
for row in fast_ods.ODSParser().parse("a.ods", convert_values=True):
    print("fast-ods", *map(repr, row))
for row in ezodf.opendoc("a.ods").sheets[0].rows():
    print("ezodf   ", *(repr(cell.value) for cell in row if cell.value is not None or cell.xmlnode.tag.endswith("covered-table-cell")))
PY
cat > expected <<'TXT'
fast-ods 'area' 2016.0 2017.0 2018.0 2019.0
fast-ods 'North' 1.0 2.0 3.0 4.0
fast-ods 'South' 'not collected' 7.0 8.0
fast-ods '2018to2019' '1200'
fast-ods 'East' 'updown'
ezodf    'area' 2016.0 2017.0 2018.0 2019.0
ezodf    'North' 1.0 2.0 3.0 4.0
ezodf    'South' 'not collected' None 7.0 8.0
ezodf    '2018 to 2019' '1\t200'
ezodf    'East\nWest' 'up\ndown'
TXT
env/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
