#!/usr/bin/env bash
# SQLite 3.54.1 by way of apsw 3.54.1.0 (PyPI), in which Datasette and many programs keep tables.
# Guess: strftime('%Y', 2018) and date('2018') are the year 2018 or nothing, as date('2018-09') is; a month before 31
# March is 28 February; a text among figures, n/a or an empty cell of a CSV, is left out of an average or an error.
# Seen: a lone year is the number of a day counted from 4714 BC: both are in the year -4707. A month before 31 March
# 2018 is 3 March, and a year after 29 February 1 March. A text counts as zero, or as far as it is a number, 1,644 as 1:
# the average of 5, n/a, an empty text and 7 is 3, the greatest is n/a, and n/a is above 6, also in a column that is
# declared REAL.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check apsw==3.54.1.0
cat > try.py <<'PY'
import apsw
base = apsw.Connection(":memory:")
base.execute("CREATE TABLE t (year INTEGER, boxes REAL)")
base.executemany("INSERT INTO t VALUES (?, ?)", [(2016, "5"), (2017, "n/a"), (2018, ""), (2019, None), (2020, "7")])
for query in ["strftime('%Y', 2018)", "date('2018')", "date('2018-09')", "date('2018-03-31', '-1 month')", "date('2020-02-29', '+1 year')", "'1,644' + 0",
              "avg(boxes), max(boxes), count(boxes) FROM t", "group_concat(year) FROM t WHERE boxes > 6"]:
    print(query, "|", *base.execute(f"SELECT {query}").fetchone())
PY
cat > expected <<'TXT'
strftime('%Y', 2018) | -4707
date('2018') | -4707-06-03
date('2018-09') | None
date('2018-03-31', '-1 month') | 2018-03-03
date('2020-02-29', '+1 year') | 2021-03-01
'1,644' + 0 | 1
avg(boxes), max(boxes), count(boxes) FROM t | 3.0 n/a 4
group_concat(year) FROM t WHERE boxes > 6 | 2017,2018,2020
TXT
v/bin/python try.py > seen
diff expected seen
