#!/usr/bin/env bash
# quarter 0.0.4 (PyPI), financial quarters in the manner of datetime.
# Guess: the quarters after Q2 2018 are those that come later; four quarters are not more than a year; from Q2 to Q1 2018 is one
# quarter back.
# Seen: > means "not before": Q2 2018 is after itself, so that it is among those after Q2, and equal lengths of time are each more than
# the other. < is right. One quarter back is printed as "-1 years, 3 quarters", and its number of quarters is 3.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check quarter==0.0.4
cat > try.py <<'PY'
from quarter import Quarter, QuarterDelta
year = [Quarter(2018, number) for number in (1, 2, 3, 4)]
print("before Q2 |", *(each for each in year if each < Quarter(2018, 2)))
print("after Q2 |", *(each for each in year if each > Quarter(2018, 2)))
print("four quarters are a year |", QuarterDelta(4) == QuarterDelta(years=1), "| less", QuarterDelta(4) < QuarterDelta(years=1), "| more", QuarterDelta(4) > QuarterDelta(years=1))
back = Quarter(2018, 1) - Quarter(2018, 2)
print("from Q2 to Q1 |", back, "| quarters", back.quarters)
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
before Q2 | 2018-Q1
after Q2 | 2018-Q2 2018-Q3 2018-Q4
four quarters are a year | True | less False | more True
from Q2 to Q1 | -1 years, 3 quarters | quarters 3
TXT
diff expected seen
