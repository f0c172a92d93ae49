#!/usr/bin/env bash
# metomi-isodatetime 3.2.0 (PyPI, 1!3.2.0), dates and durations of ISO 8601 for weather and climate.
# Guess: twelve months after 31 March 2018 are 31 March 2019, as a year after it is; three months before it are 31
# December, and two after 31 January 31 March.
# Seen: months are gone one by one, and the day that a short month cut off does not come back: twelve months end on 28
# March, three before are 28 December, two after 31 January are 28 March, without a word. P1Y is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check 'metomi-isodatetime==1!3.2.0'
cat > try.py <<'PY'
from metomi.isodatetime.parsers import DurationParser, TimePointParser
for day, length in [("2018-03-31", "P1Y"), ("2018-03-31", "P12M"), ("2018-03-31", "-P3M"), ("2018-01-31", "P2M"), ("2018-12-31", "P1Y2M"), ("2018-04-01", "P12M")]:
    print(day, length, "|", str(TimePointParser().parse(day) + DurationParser().parse(length))[:10])
PY
cat > expected <<'TXT'
2018-03-31 P1Y | 2019-03-31
2018-03-31 P12M | 2019-03-28
2018-03-31 -P3M | 2017-12-28
2018-01-31 P2M | 2018-03-28
2018-12-31 P1Y2M | 2020-02-28
2018-04-01 P12M | 2019-04-01
TXT
v/bin/python try.py > seen
diff expected seen
