#!/usr/bin/env bash
# tablib 3.10.0 with odfpy 1.4.1 (PyPI).
# Guess: of a cell of an ODS file with a comment the reader gives what the cell holds, of a number the number that
# is stored; how a cell is formatted does not matter.
# Seen: it gives the first paragraph that it finds: the comment in place of the year, "England" of a cell with
# two lines, 82109.0 of 82109.4 shown without decimals; and a number shown as 82,109 or £12.5m ends the reading
# with a ValueError.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tablib==3.10.0 odfpy==1.4.1
cat > "$work/try.py" <<'PY'
import io
import tablib
from odf.opendocument import OpenDocumentSpreadsheet
from odf.office import Annotation
from odf.table import Table, TableCell, TableRow
from odf.text import P
def cell(shown, value=None, comment=None):
    made = TableCell(valuetype="float", value=value) if value else TableCell(valuetype="string")
    if comment:
        note = Annotation()
        note.addElement(P(text=comment))
        made.addElement(note)
    for line in shown.split("\n"):
        made.addElement(P(text=line))
    return made
def read(*row):
    book, table, file = OpenDocumentSpreadsheet(), Table(name="S"), io.BytesIO()
    book.spreadsheet.addElement(table)
    for cells in [[cell("area"), cell("total")], row]:
        line = TableRow()
        table.addElement(line)
        for each in cells:
            line.addElement(each)
    book.write(file)
    file.seek(0)
    try:
        print(tablib.Dataset().load(file, format="ods").dict[0])
    except ValueError as error:
        print("ValueError", error)
read(cell("2017", comment="checked with the force"), cell("82109", 82109.4))
read(cell("England\nand Wales"), cell("5", 5))
read(cell("2017"), cell("82,109", 82109))
read(cell("2017"), cell("£12.5m", 12.5))
PY
cat > "$work/expected" <<'TXT'
{'area': 'checked with the force', 'total': 82109.0}
{'area': 'England', 'total': 5.0}
ValueError could not convert string to float: '82,109'
ValueError could not convert string to float: '£12.5m'
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
