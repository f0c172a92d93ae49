#!/usr/bin/env bash
# duckdb 2.0.1 (PyPI).
# Guess: date_diff counts how often a part of the calendar begins between two dates, as its manual says, so
# that from Sunday to Monday is one week, as from 31 December to 1 January is one month, quarter and year.
# Seen: for weeks it counts whole sevens of days, as date_sub does: from Sunday 5 to Monday 6 January 2020 it
# is 0, though date_trunc('week') and weekofyear() tell two weeks.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cat > "$work/try.py" <<'PY'
import duckdb
def said(query):
    return [str(cell) for row in duckdb.sql(query).fetchall() for cell in row]
for part in ["month", "quarter", "year", "decade"]:
    print(part, *said(f"select date_diff('{part}', date '2019-12-31', date '2020-01-01')"))
for first, last in [("2020-01-05", "2020-01-06"), ("2020-01-03", "2020-01-06"), ("2020-01-06", "2020-01-13")]:
    days = f"date '{first}', date '{last}'"
    print(first, last, *said(f"select date_diff('week', {days}), date_sub('week', {days}), weekofyear(date '{first}'), weekofyear(date '{last}')"))
PY
cat > "$work/expected" <<'TXT'
month 1
quarter 1
year 1
decade 1
2020-01-05 2020-01-06 0 0 1 2
2020-01-03 2020-01-06 0 0 1 2
2020-01-06 2020-01-13 1 1 2 3
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
