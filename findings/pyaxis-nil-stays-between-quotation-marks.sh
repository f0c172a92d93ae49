#!/usr/bin/env bash
# pyaxis 0.4.3 (PyPI).
# Guess: the signs that a PC-Axis file may hold in the place of a number are told apart or all become NaN: "-"
# (nil), "." to "......" (missing, not available, confidential, each with its own words).
# Seen: only "." and ".." become NaN, and both alike. "-", "..." and "...." stay in the column as text with
# their quotation marks, so that all figures of the table are text and sum() joins them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyaxis==0.4.3
cat > "$work/try.py" <<'PY'
import pathlib, tempfile
from pyaxis import pyaxis
file = pathlib.Path(tempfile.mkdtemp()) / "t.px"
file.write_text('''CHARSET="ANSI";
AXIS-VERSION="2010";
MATRIX="A";
TITLE="Waste";
UNITS="tonnes";
STUB="area";
HEADING="year";
VALUES("area")="North","South";
VALUES("year")="2017","2018","2019";
TIMEVAL("year")=TLIST(A1,"2017"-"2019");
DATASYMBOL3="confidential";
DATA=
1.5 "." ".."
"-" "..." "....";
''')
table = pyaxis.parse(str(file), encoding="ISO-8859-1")["DATA"]
print(table.to_csv(index=False).rstrip())
print(table["DATA"].dtype, table["DATA"].sum())
PY
cat > "$work/expected" <<'TXT'
area,year,DATA
North,2017,1.5
North,2018,
North,2019,
South,2017,"""-"""
South,2018,"""..."""
South,2019,"""...."""
str 1.5"-""...""...."
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
