#!/usr/bin/env bash
# dateexpr 1.0.0 (PyPI), which reckons with ISO 8601 durations and keeps ends of months.
# Guess: a month after 28 February is 28 March, or 31 March where the end is kept, and a year is twelve months; the year 2018 and the
# week 2018-W09 are read as their first day, or refused; half a year, P0.5Y, is six months, or refused.
# Seen: a month after 28 February 2018 is 31 March, three months after 30 April 31 July; but a year after 28 February 2019 is 28
# February 2020, where twelve months come to the 29th. The year and the week are the moment of today; half a year is no time at all.
# Of what was not understood a line is printed, and the reckoning goes on.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check dateexpr==1.0.0
cat > try.py <<'PY'
import contextlib, io
from datetime import date
from dateexpr import DateExpr

def show(start, *steps):
    found = []
    with contextlib.redirect_stdout(io.StringIO()):
        for step in steps:
            day = (DateExpr(start).advanced(step) if step else DateExpr(start)).iso8601()[:10]
            found.append("today" if day == date.today().isoformat() else day)
    print(start, *steps, "|", *found)

show("2018-02-28", "+P1M", "+P2M")
show("2018-04-30", "+P3M")
show("2018-06-30", "+P3M")
show("2019-02-28", "+P12M", "+P1Y")
show("2018-09", "")
show("2018", "")
show("2018-W09", "")
show("2018-09-03", "+P6M", "+P0.5Y")
PY
cat > expected <<'TXT'
2018-02-28 +P1M +P2M | 2018-03-31 2018-04-30
2018-04-30 +P3M | 2018-07-31
2018-06-30 +P3M | 2018-09-30
2019-02-28 +P12M +P1Y | 2020-02-29 2020-02-28
2018-09  | 2018-09-01
2018  | today
2018-W09  | today
2018-09-03 +P6M +P0.5Y | 2019-03-03 2018-09-03
TXT
v/bin/python try.py > seen
diff expected seen
