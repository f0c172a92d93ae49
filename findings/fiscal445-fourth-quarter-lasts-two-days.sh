#!/usr/bin/env bash
# fiscal445 1.1.1 (PyPI), financial years in weeks of 4, 4 and 5 a quarter.
# Guess: with capture_outliers, which puts the days outside the weeks into the first and the last one so that no day is left
# out, a year from 1 April 2018 has its first quarter from 1 April and its fourth up to 31 March 2019.
# Seen: the first quarter begins on 1 January 2018 and has six months, the fourth is 30 and 31 December 2018, and January to
# March 2019 are in none. The fourth quarter of a year from July ends before it begins. A year from 1 January is right, and
# so is one from April without the option, but for the days at its end.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check fiscal445==1.1.1 pandas==3.1.1
cat > try.py <<'PY'
import fiscal445
for first, last_day, option in (("2018-01-01", "SAT", True), ("2018-04-01", "SAT", False), ("2018-04-01", "SAT", True),
                                ("2018-07-01", "SUN", True)):
    year = fiscal445.Calendar(first, last_day, capture_outliers=option).build()
    print(first, last_day, "capture_outliers" if option else "plain",
          *("| " + " to ".join(year.show.quarter_dates(quarter)) for quarter in (1, 2, 3, 4)))
PY
cat > expected <<'TXT'
2018-01-01 SAT capture_outliers | 2018-01-01 to 2018-03-31 | 2018-04-01 to 2018-06-30 | 2018-07-01 to 2018-09-29 | 2018-09-30 to 2018-12-31
2018-04-01 SAT plain | 2018-04-01 to 2018-06-30 | 2018-07-01 to 2018-09-29 | 2018-09-30 to 2018-12-29 | 2018-12-30 to 2019-03-30
2018-04-01 SAT capture_outliers | 2018-01-01 to 2018-06-30 | 2018-07-01 to 2018-09-29 | 2018-09-30 to 2018-12-29 | 2018-12-30 to 2018-12-31
2018-07-01 SUN capture_outliers | 2018-01-01 to 2018-09-23 | 2018-09-24 to 2018-12-23 | 2018-12-24 to 2019-03-24 | 2019-03-25 to 2018-12-31
TXT
env/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
