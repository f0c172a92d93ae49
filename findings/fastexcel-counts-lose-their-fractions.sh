#!/usr/bin/env bash
# fastexcel 0.21.0 with polars 2.1.0, by which polars.read_excel reads workbooks too, a workbook written by XlsxWriter 3.3.1
# (PyPI).
# Guess: a column that is told to be of whole numbers refuses 12.5, 44.5% and a flag or leaves them empty, as it leaves n/a
# and the text "12.5"; thirty hours told to be text are 1.25 or 30:00.
# Seen: fractions are cut without a word: 12.5 is 12, shares of 44.5% and 62% are 0, TRUE is 1. polars.read_excel with
# schema_overrides does the same. As texts thirty hours are "1900-01-01 06:00:00"; as dates counts are days of 1900 and years
# days of 1905. In a column whose type is found, n/a is empty, also with dtype_coercion="strict", whose manual promises an
# error.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fastexcel==0.21.0 polars==2.1.0 XlsxWriter==3.3.1
cat > "$work/try.py" <<'PY'
import sys
import fastexcel, polars, xlsxwriter
path = sys.argv[1]
cells = {"boxes": [550, 12.5], "share": [0.445, 0.62], "sent": [True, False], "text": ["550", "12.5"], "mixed": [5, "n/a"], "hours": [1.25, 0.5], "year": [2018, 2019]}
with xlsxwriter.Workbook(path) as book:
    sheet = book.add_worksheet("t")
    forms = {"share": book.add_format({"num_format": "0.0%"}), "hours": book.add_format({"num_format": "[h]:mm"})}
    for place, (name, column) in enumerate(cells.items()):
        sheet.write(0, place, name)
        for row, cell in enumerate(column, 1):
            sheet.write(row, place, cell, forms.get(name))
book = fastexcel.read_excel(path)
def say(name, kind):
    try:
        print(name, "as", kind, "|", *book.load_sheet(0, dtypes={name: kind}, use_columns=[name]).to_polars().to_series())
    except Exception as error:
        print(name, "as", kind, "|", type(error).__name__)
for name in ["boxes", "share", "sent", "text", "mixed"]:
    say(name, "int")
say("hours", "string")
for name in ["boxes", "year"]:
    say(name, "date")
for coercion in ["coerce", "strict"]:
    try:
        print("mixed, found", coercion, "|", *book.load_sheet(0, use_columns=["mixed"], dtype_coercion=coercion).to_polars().to_series())
    except Exception as error:
        print("mixed, found", coercion, "|", type(error).__name__)
print("polars |", *polars.read_excel(path, schema_overrides={"boxes": polars.Int64, "share": polars.Int64})[["boxes", "share"]].rows())
PY
cat > "$work/expected" <<'TXT'
boxes as int | 550 12
share as int | 0 0
sent as int | 1 0
text as int | 550 None
mixed as int | 5 None
hours as string | 1900-01-01 06:00:00 1899-12-31 12:00:00
boxes as date | 1901-07-03 1900-01-12
year as date | 1905-07-10 1905-07-11
mixed, found coerce | 5.0 None
mixed, found strict | 5.0 None
polars | (550, 0) (12, 0)
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" "$work/t.xlsx" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
