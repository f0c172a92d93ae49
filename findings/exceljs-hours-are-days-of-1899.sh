#!/usr/bin/env bash
# exceljs 4.4.0, read-excel-file 9.3.17 and, to compare, xlsx (SheetJS) 0.18.5 (npm), openpyxl 3.1.5 (PyPI): a workbook
# with durations.
# Guess: thirty hours in a cell with the format [h]:mm, which Excel shows as 30:00, are 1.25 days, a duration or 30:00;
# a cell that holds the error #N/A is not an empty one.
# Seen: exceljs and read-excel-file give a date and time, 6 o'clock on 31 December 1899, and half a day is noon of the
# day before. read-excel-file gives null for #N/A, as for an empty cell. SheetJS and openpyxl are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5
npm install --silent --no-audit --no-fund exceljs@4.4.0 read-excel-file@9.3.17 xlsx@0.18.5
cat > try.py <<'PY'
import sys
from datetime import timedelta
import openpyxl
if sys.argv[1] == "write":
    book = openpyxl.Workbook()
    for row in ((timedelta(hours=30), "a"), (timedelta(hours=12), "b"), ("#N/A", "c")):
        book.active.append(row)
    book.save("t.xlsx")
else:
    print("openpyxl |", [str(row[0]) for row in openpyxl.load_workbook("t.xlsx").active.values])
PY
cat > try.cjs <<'JS'
const ExcelJS = require('exceljs'), XLSX = require('xlsx'), read = require('read-excel-file/node')
;(async () => {
  const book = await new ExcelJS.Workbook().xlsx.readFile('t.xlsx')
  console.log('exceljs |', JSON.stringify(book.worksheets[0].getColumn(1).values.slice(1)))
  const rows = await (read.default || read)('t.xlsx')
  console.log('read-excel-file |', JSON.stringify((rows[0].data || rows).map(row => row[0])))
  const sheet = XLSX.readFile('t.xlsx').Sheets.Sheet
  console.log('SheetJS |', ['A1', 'A2', 'A3'].map(cell => sheet[cell].w).join(', '))
})()
JS
env/bin/python try.py write
{ TZ=UTC node try.cjs; env/bin/python try.py read; } > seen
cat > expected <<'TXT'
exceljs | ["1899-12-31T06:00:00.000Z","1899-12-30T12:00:00.000Z",{"error":"#N/A"}]
read-excel-file | ["1899-12-31T06:00:00.000Z","1899-12-30T12:00:00.000Z",null]
SheetJS | 30:00:00, 12:00:00, #N/A
openpyxl | ['1 day, 6:00:00', '12:00:00', '#N/A']
TXT
diff expected seen
