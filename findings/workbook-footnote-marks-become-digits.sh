#!/usr/bin/env bash
# pandas 3.1.1, openpyxl 3.1.5, python-calamine 0.9.1 (PyPI), xlsx (SheetJS) 0.18.5 (npm).
# Guess: of a cell of text that shows 1,234 and 2017 with small raised 1 and 3 behind, as statistical tables mark
# their footnotes, a reader gives the text without the marks, or in some way apart from it.
# Seen: the marks become digits of the figure: 1,2341 and 20173, in every one of them. pandas then makes the
# whole number 20173 of the text, and 7 of the text 007.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5 > /dev/null
cat > "$work/try.py" <<'PY'
import sys
import openpyxl, pandas, python_calamine
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
mark = lambda figure, note: CellRichText(figure, TextBlock(InlineFont(vertAlign="superscript"), note))
book = openpyxl.Workbook()
for row in [["Year", "Area", "Total"], [mark("2017", "3"), "007", mark("1,234", "1")]]:
    book.active.append(row)
file = sys.argv[1]
book.save(file)
print("openpyxl", [cell.value for cell in openpyxl.load_workbook(file).active[2]])
print("calamine", python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()[1])
print("pandas", pandas.read_excel(file).values.tolist()[0])
PY
cat > "$work/try.js" <<'JS'
const X = require("xlsx"), book = X.readFile(process.argv[2]);
console.log("SheetJS", X.utils.sheet_to_csv(book.Sheets.Sheet).split("\n")[1]);
JS
cat > "$work/expected" <<'TXT'
openpyxl ['20173', '007', '1,2341']
calamine ['20173', '007', '1,2341']
pandas [20173, 7, '1,2341']
SheetJS 20173,007,"1,2341"
TXT
{
  "$work/venv/bin/python" -W ignore "$work/try.py" "$work/t.xlsx"
  NODE_PATH="$work/node_modules" node "$work/try.js" "$work/t.xlsx"
} > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
