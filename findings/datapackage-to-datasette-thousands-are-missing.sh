#!/usr/bin/env bash
# datapackage-to-datasette 0.5.0 with frictionless 5.21.0 (PyPI), which loads a Data Package into SQLite.
# Guess: a whole number with groupChar "," (Data Package 2.0) reaches the database, 1,644 as 1644; a cell that does not fit
# its column, <5 or 31 February, ends the command or is told, as "frictionless validate" tells it.
# Seen: 1,644, <5 and 12.5 are empty in the column of whole numbers, as what is missing is, and so is 31 February in that of
# days; the command says nothing and ends with 0. In a column of numbers with bareNumber false groupChar is read, 44.5% is
# 44.5 and <5 is 5.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check datapackage-to-datasette==0.5.0 frictionless==5.21.0
cat > boxes.csv <<'CSV'
area,boxes,amount,day
007,"1,644","1,644.5",03/09/2018
008,..,44.5%,31/02/2018
009,<5,<5,04/09/2018
010,12.5,12.5,05/09/2018
011,12,12,06/09/2018
CSV
cat > datapackage.json <<'JSON'
{"name": "boxes", "resources": [{"name": "boxes", "path": "boxes.csv", "schema": {"missingValues": ["", ".."], "primaryKey": ["area"], "fields": [
  {"name": "area", "type": "string"}, {"name": "boxes", "type": "integer", "groupChar": ","},
  {"name": "amount", "type": "number", "groupChar": ",", "bareNumber": false}, {"name": "day", "type": "date", "format": "%d/%m/%Y"}]}}]}
JSON
cat > try.py <<'PY'
import sqlite3
for row in sqlite3.connect("boxes.db").execute("select * from boxes order by area"):
    print(*row, sep=" | ")
PY
{ env/bin/datapackage-to-datasette boxes.db datapackage.json metadata.json 2>&1; echo "ended with $?"; env/bin/python try.py; } > seen
cat > expected <<'TXT'
ended with 0
007 | None | 1644.5 | 2018-09-03
008 | None | 44.5 | None
009 | None | 5.0 | 2018-09-04
010 | None | 12.5 | 2018-09-05
011 | 12 | 12.0 | 2018-09-06
TXT
diff expected seen
