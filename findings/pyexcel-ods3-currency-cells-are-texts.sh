#!/usr/bin/env bash
# pyexcel-ods3 0.6.1 (PyPI), with odfpy 1.4.1 to write the table.
# Guess: a cell of a currency, £12.5m with the value 12500000, is read as a number, as a percentage is.
# Seen: it is the text "12500000 GBP", and arithmetic on the column fails; percentages and numbers are
# numbers, and what the cell shows is not given.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyexcel-ods3==0.6.1 odfpy==1.4.1
cat > "$work/try.py" <<'PY'
import os, tempfile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from pyexcel_ods3 import get_data
book, table, row = OpenDocumentSpreadsheet(), Table(name="T"), TableRow()
for shown, kind in [("£12.5m", dict(valuetype="currency", currency="GBP", value="12500000")), ("44%", dict(valuetype="percentage", value="0.44")), ("1,204", dict(valuetype="float", value="1204"))]:
    cell = TableCell(**kind)
    cell.addElement(P(text=shown))
    row.addElement(cell)
table.addElement(row)
book.spreadsheet.addElement(table)
path = os.path.join(tempfile.mkdtemp(), "t.ods")
book.save(path)
print(get_data(path)["T"])
PY
cat > "$work/expected" <<'TXT'
[['12500000 GBP', 0.44, 1204]]
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
