#!/usr/bin/env bash
# duckdb 2.0.1 (PyPI), a CSV file with halves.
# Guess: a figure of a CSV file made a whole number is the same whatever else the query asks for, half going up as
# in ROUND or to the even number.
# Seen: SELECT v::INT alone makes 1 of 0.5 and 3 of 2.5; with v beside it, SELECT v, v::INT, they are 0 and 2. A cast
# that stands alone is done on the text of the cell, and half goes up, otherwise on a DOUBLE, and half goes to the
# even number. Typed into the query 2.5 is a decimal and 3, the average of 2 and 3 is a DOUBLE and 2. ROUND makes 3
# of all of them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1
printf 'v\n0.5\n1.5\n2.5\n' > t.csv
cat > try.py <<'PY'
import duckdb
for query in ("SELECT v::INT FROM 't.csv'", "SELECT v, v::INT FROM 't.csv'", "SELECT v::INT FROM 't.csv' WHERE v > 0", "SELECT round(v)::INT FROM 't.csv'",
              "SELECT 2.5::INT", "SELECT '2.5'::INT", "SELECT 2.5::DOUBLE::INT", "SELECT avg(n)::INT FROM (VALUES (2), (3)) t(n)"):
    print(query, "|", [row[-1] for row in duckdb.sql(query).fetchall()])
PY
env/bin/python try.py > seen
cat > expected <<'TXT'
SELECT v::INT FROM 't.csv' | [1, 2, 3]
SELECT v, v::INT FROM 't.csv' | [0, 2, 2]
SELECT v::INT FROM 't.csv' WHERE v > 0 | [0, 2, 2]
SELECT round(v)::INT FROM 't.csv' | [1, 2, 3]
SELECT 2.5::INT | [3]
SELECT '2.5'::INT | [3]
SELECT 2.5::DOUBLE::INT | [2]
SELECT avg(n)::INT FROM (VALUES (2), (3)) t(n) | [2]
TXT
diff expected seen
