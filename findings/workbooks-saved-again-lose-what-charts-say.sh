#!/usr/bin/env bash
# openpyxl 3.1.5 with Pillow 13.0.0 (PyPI) and exceljs 4.4.0 (npm); the workbook is made by XlsxWriter 3.3.0 (PyPI).
# Guess: a workbook that is opened and saved without a change keeps its picture, its chart and its note, each with its
# alternative text; what cannot be kept is told.
# Seen: openpyxl keeps picture and chart, but of the chart the alternative text and the label "about 500" beside a figure are
# gone, and so is the text box with the source. exceljs keeps the picture without its alternative text; chart and
# text box are gone. Neither says a word. The alternative text of the picture is kept by openpyxl.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 pillow==13.0.0 xlsxwriter==3.3.0
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat > make.py <<'PY'
import xlsxwriter
from PIL import Image
Image.new("RGB", (9, 9)).save("p.png")
book = xlsxwriter.Workbook("before.xlsx")
sheet = book.add_worksheet("S")
sheet.write_column("A1", [2017, 2018])
sheet.write_column("B1", [500, 550])
sheet.insert_image("D2", "p.png", {"description": "Boxes rose to 550"})
chart = book.add_chart({"type": "line"})
chart.add_series({"categories": "=S!$A$1:$A$2", "values": "=S!$B$1:$B$2", "data_labels": {"value": True, "custom": [{"value": "about 500"}, {}]}})
sheet.insert_chart("F2", chart, {"description": "Line of boxes"})
sheet.insert_textbox("F20", "Source: Office, provisional")
book.close()
PY
v/bin/python make.py
v/bin/python -c 'import openpyxl; openpyxl.load_workbook("before.xlsx").save("openpyxl.xlsx")' 2>&1
node -e '
const book = new (require("exceljs").Workbook)()
book.xlsx.readFile("before.xlsx").then(() => book.xlsx.writeFile("exceljs.xlsx"))' 2>&1
cat > look.py <<'PY'
import zipfile
for name in ["before", "openpyxl", "exceljs"]:
    book = zipfile.ZipFile(name + ".xlsx")
    all_of_it = "".join(book.read(part).decode() for part in book.namelist() if part.startswith(("xl/drawings/drawing", "xl/charts/chart")))
    print(name, "| pictures", sum("media/" in part and not part.endswith("/") for part in book.namelist()), "| charts", sum("charts/chart" in part for part in book.namelist()),
        *(f"| {words}: {'there' if words in all_of_it else 'gone'}" for words in ["Boxes rose to 550", "Line of boxes", "about 500", "Source: Office"]))
PY
v/bin/python look.py > seen
cat > expected <<'TXT'
before | pictures 1 | charts 1 | Boxes rose to 550: there | Line of boxes: there | about 500: there | Source: Office: there
openpyxl | pictures 1 | charts 1 | Boxes rose to 550: there | Line of boxes: gone | about 500: gone | Source: Office: gone
exceljs | pictures 1 | charts 0 | Boxes rose to 550: gone | Line of boxes: gone | about 500: gone | Source: Office: gone
TXT
diff expected seen
