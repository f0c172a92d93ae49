#!/usr/bin/env bash
# pyexcel-ods 0.6.0 and pyexcel-xlsx 0.6.1 with odfpy 1.4.1 and XlsxWriter 3.3.1 to write (PyPI); to compare,
# python-calamine 0.9.1.
# Guess: rows that are equal are all there, as LibreOffice writes them in ODS: once, with the number of repetitions; a
# figure beside a cell that spans two columns stays in its column; a hidden row is there in both formats, or in neither.
# Seen: of equal rows of ODS one is there: 3, 3 and 4 are 3 and 4. A figure beside a span slips one column to the left
# in ODS; in XLSX the figure of the span is there twice. Hidden rows are there in ODS, gone in XLSX. Nothing is said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pyexcel-ods==0.6.0 pyexcel-xlsx==0.6.1 odfpy==1.4.1 XlsxWriter==3.3.1 python-calamine==0.9.1
cat > try.py <<'PY'
import pyexcel_ods, pyexcel_xlsx, python_calamine, xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
book, table = OpenDocumentSpreadsheet(), Table(name="S")
def row(*cells, **more):
    line = TableRow(**more)
    table.addElement(line)
    for cell in cells:
        line.addElement(made(cell))
def made(value, **more):
    cell = TableCell(valuetype="float", value=value, **more)
    cell.addElement(P(text=str(value)))
    return cell
row(3, 5, numberrowsrepeated="2")
row(4, 6)
line = TableRow()
table.addElement(line)
for cell in [made(7, numbercolumnsspanned="2"), CoveredTableCell(), made(8)]:
    line.addElement(cell)
row(9, 9, visibility="collapse")
book.spreadsheet.addElement(table)
book.save("t.ods")
book = xlsxwriter.Workbook("t.xlsx")
sheet = book.add_worksheet("S")
for at, cells in enumerate([[3, 5], [3, 5], [4, 6]]):
    sheet.write_row(at, 0, cells)
sheet.merge_range(3, 0, 3, 1, 7)
sheet.write(3, 2, 8)
sheet.write_row(4, 0, [9, 9])
sheet.set_row(4, None, None, {"hidden": True})
book.close()
for name, rows in [("calamine, ODS", python_calamine.CalamineWorkbook.from_path("t.ods").get_sheet_by_index(0).to_python()),
                   ("calamine, XLSX", python_calamine.CalamineWorkbook.from_path("t.xlsx").get_sheet_by_index(0).to_python()),
                   ("pyexcel-ods", pyexcel_ods.get_data("t.ods")["S"]),
                   ("pyexcel-xlsx", pyexcel_xlsx.get_data("t.xlsx")["S"])]:
    print(name, "|", *[" ".join(f"{cell:g}" if cell != "" else "-" for cell in row) + ";" for row in rows])
PY
cat > expected <<'TXT'
calamine, ODS | 3 5 -; 3 5 -; 4 6 -; 7 - 8; 9 9 -;
calamine, XLSX | 3 5 -; 3 5 -; 4 6 -; 7 - 8; 9 9 -;
pyexcel-ods | 3 5; 4 6; 7 8; 9 9;
pyexcel-xlsx | 3 5; 3 5; 4 6; 7 7 8;
TXT
v/bin/python -W ignore try.py > seen 2>&1
diff expected seen
