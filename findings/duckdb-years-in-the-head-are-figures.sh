#!/usr/bin/env bash
# duckdb 2.0.1 (PyPI), CSV files as statistical offices publish them.
# Guess: the first line of area,2016,2017 with figures below is the head, as it is of area,2016/17,2017/18; a note below
# a table is a row of its own or an error, and the columns stay.
# Seen: years in the head are taken for figures: the columns are column0 to column2, area is the first area, and the
# sum of 2016 has 2016 added, also where the head stands between quotation marks. header = true is needed. A line
# such as "Source: ONS" below makes one column of text, named year,v, of the whole table.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1
printf 'area,2016,2017\nNorth,1,2\nSouth,3,4\n' > years.csv
printf '"area","2016","2017"\n"North",1,2\n"South",3,4\n' > quoted.csv
printf 'area,2016/17,2017/18\nNorth,1,2\nSouth,3,4\n' > financial.csv
printf 'year,v\n2016,1\n2017,2\nSource: ONS\n' > note.csv
cat > try.py <<'PY'
import duckdb
for name in ("years", "quoted", "financial", "note"):
    table = duckdb.sql(f"FROM '{name}.csv'")
    print(name, "|", table.columns, table.fetchall())
print("sum of a column |", duckdb.sql("SELECT sum(column1) FROM 'years.csv'").fetchall())
table = duckdb.sql("FROM read_csv('years.csv', header = true)")
print("header = true |", table.columns, table.fetchall())
PY
env/bin/python try.py > seen
cat > expected <<'TXT'
years | ['column0', 'column1', 'column2'] [('area', 2016, 2017), ('North', 1, 2), ('South', 3, 4)]
quoted | ['column0', 'column1', 'column2'] [('area', 2016, 2017), ('North', 1, 2), ('South', 3, 4)]
financial | ['area', '2016/17', '2017/18'] [('North', 1, 2), ('South', 3, 4)]
note | ['year,v'] [('2016,1',), ('2017,2',), ('Source: ONS',)]
sum of a column | [(2020,)]
header = true | ['area', '2016', '2017'] [('North', 1, 2), ('South', 3, 4)]
TXT
diff expected seen
