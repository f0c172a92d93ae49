#!/usr/bin/env bash
# duckdb 2.0.1 (PyPI).
# Guess: INTERVAL 0.5 YEAR is six months, as INTERVAL '0.5 years' is, or is refused; an interval of a year
# that Python is given is a year again when it goes back as a parameter.
# Seen: without quotation marks the fraction is cut: half a year is nothing, one and a half are one, 2.5
# quarters six months, one and a half weeks seven days. In Python a year is 360 days and three months are 90,
# so that a year after 1 April 2019 becomes 26 March 2020.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1
cat > try.py <<'PY'
import duckdb
base = duckdb.connect()
for number, unit in [("0.5", "year"), ("1.5", "year"), ("2.5", "quarter"), ("2.5", "month"), ("1.5", "week"), ("1.5", "day")]:
    print(number, unit, *base.execute(f"select cast(interval {number} {unit} as text), cast(interval '{number} {unit}' as text)").fetchall()[0], sep=" | ")
year = base.execute("select interval '1 year'").fetchall()[0][0]
print(repr(year), *base.execute("select cast(date '2019-04-01' + interval '1 year' as date), cast(date '2019-04-01' + ? as date)", [year]).fetchall()[0])
PY
cat > expected <<'TXT'
0.5 | year | 00:00:00 | 6 months
1.5 | year | 1 year | 1 year 6 months
2.5 | quarter | 6 months | 7 months 15 days
2.5 | month | 2 months | 2 months 15 days
1.5 | week | 7 days | 10 days 12:00:00
1.5 | day | 1 day | 1 day 12:00:00
datetime.timedelta(days=360) 2020-04-01 2020-03-26
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
