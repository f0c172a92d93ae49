#!/usr/bin/env bash
# frictionless 5.21.0 (PyPI).
# Guess: describe() calls a column of age bands or of financial years a string, and 'number' with
# bareNumber false, which is for signs around a number, reads -£17 as -17.
# Seen: 1-4, 5-9 are of the type yearmonth, April of the year 1 and September of the year 5, and so are the
# financial years 2009-10, 2010-11. '£17' is 17, '-£17' is an error. 'date' in the format 'any' gives
# 2009-04 the day of the month on which it is run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
cat > "$work/try.py" <<'PY'
import datetime, os, pathlib, tempfile
from frictionless import Field, describe, extract
os.chdir(tempfile.mkdtemp())
for cells in [["1-4", "5-9"], ["2009-10", "2010-11"]]:
    pathlib.Path("t.csv").write_text("x\n" + "\n".join(cells) + "\n")
    [rows] = extract("t.csv").values()
    print(cells, describe("t.csv").schema.fields[0].type, [tuple(row["x"]) for row in rows])
price = Field.from_descriptor({"name": "x", "type": "number", "bareNumber": False})
for cell in ["£17", "-17", "-£17"]:
    print(cell, *price.read_cell(cell))
day, error = Field.from_descriptor({"name": "x", "type": "date", "format": "any"}).read_cell("2009-04")
print(day.year, day.month, "today's day:", day.day == min(datetime.date.today().day, 30))
PY
cat > "$work/expected" <<'TXT'
['1-4', '5-9'] yearmonth [(1, 4), (5, 9)]
['2009-10', '2010-11'] yearmonth [(2009, 10), (2010, 11)]
£17 17 None
-17 -17 None
-£17 None {'type': 'type is "number/default"'}
2009 4 today's day: True
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
