#!/usr/bin/env bash
# formulas 1.3.4 (PyPI), which works out workbooks of Excel in Python; to compare LibreOffice of Debian 12.
# Guess: VALUE("1,644") is 1644; a text in a column of figures counts neither for the sum nor for the mean; TEXT rounds halves
# as ROUND does, up; a format with brackets for falls writes no minus, and the part after the second semicolon is for nothing.
# Seen: VALUE("1,644") and VALUE("1,644,000") are both 235218, the number of the day 1 January 2544, and VALUE of the ages
# "10-14" is a day of this year. Of 10, 20 and the text "5" the sum is 35. TEXT(28.5,"0") is 28 though ROUND
# gives 29. A fall of 158 is -(158), and nothing is -0 where the format says "nil"; the comma that divides
# by a thousand does nothing. LibreOffice is right in all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check formulas==1.3.4 openpyxl==3.1.5
cat > make.py <<'PY'
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "S"
for row, value in enumerate([10, 20, "5"], 1):
    sheet.cell(row, 1, value)
formulas = ['VALUE("1,644")', 'VALUE("1,644,000")', 'SUM(A1:A3)', 'ROUND(28.5,0)', 'TEXT(28.5,"0")', 'TEXT(-158,"0;(0)")', 'TEXT(0,"0;-0;""nil""")', 'TEXT(1644000,"#,##0,")']
for row, formula in enumerate(formulas, 1):
    sheet.cell(row, 3, "=" + formula)
sheet["C20"] = '=AND(VALUE("10-14")>45000,VALUE("10-14")<60000)'
book.save("b.xlsx")
PY
cat > try.py <<'PY'
import logging, warnings
warnings.simplefilter("ignore")
import formulas, openpyxl
sheet = openpyxl.load_workbook("b.xlsx").active
cells = formulas.ExcelModel().loads("b.xlsx").finish().calculate()
office = openpyxl.load_workbook("office/b.xlsx", data_only=True).active
for row in [*range(1, 9), 20]:
    seen = cells[f"'[b.xlsx]S'!C{row}"].value[0, 0]
    print(sheet.cell(row, 3).value[1:], "| formulas", seen, "| LibreOffice", office.cell(row, 3).value)
PY
cat > expected <<'TXT'
VALUE("1,644") | formulas 235218.0 | LibreOffice 1644
VALUE("1,644,000") | formulas 235218.0 | LibreOffice 1644000
SUM(A1:A3) | formulas 35.0 | LibreOffice 30
ROUND(28.5,0) | formulas 29.0 | LibreOffice 29
TEXT(28.5,"0") | formulas 28 | LibreOffice 29
TEXT(-158,"0;(0)") | formulas -(158) | LibreOffice (158)
TEXT(0,"0;-0;""nil""") | formulas -0 | LibreOffice nil
TEXT(1644000,"#,##0,") | formulas 1,644,000 | LibreOffice 1,644
AND(VALUE("10-14")>45000,VALUE("10-14")<60000) | formulas True | LibreOffice #VALUE!
TXT
venv/bin/python make.py
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to xlsx --outdir office b.xlsx > log 2>&1
venv/bin/python try.py > seen 2>> log
cat seen
diff expected seen
