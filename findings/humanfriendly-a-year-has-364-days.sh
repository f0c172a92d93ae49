#!/usr/bin/env bash
# humanfriendly 10.0 and pytimeparse2 1.7.1 (PyPI), which read and write lengths of time.
# Guess: a year is 365 days or a little more, ten years of 3652 days are "10 years", and twelve months are as long as a
# year.
# Seen: in humanfriendly a year has 52 weeks, 364 days: 365 days are "1 year and 1 day", ten years of 3652 days "10
# years, 1 week and 5 days", and "10 years" is read as twelve days fewer. It has no months: 91 days are 13 weeks, and m
# are minutes. In pytimeparse2 twelve months are 360 days and a year 365.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check humanfriendly==10.0 pytimeparse2==1.7.1
cat > try.py <<'PY'
import humanfriendly, pytimeparse2
day = 24 * 60 * 60
for days in [364, 365, 91, 3652]:
    print(days, "days |", humanfriendly.format_timespan(days * day))
for text in ["1 year", "10 years", "12 months"]:
    try:
        read = humanfriendly.parse_timespan(text) / day
    except humanfriendly.InvalidTimespan:
        read = "refused"
    print(text, "|", read, "|", pytimeparse2.parse(text) / day)
PY
cat > expected <<'TXT'
364 days | 1 year
365 days | 1 year and 1 day
91 days | 13 weeks
3652 days | 10 years, 1 week and 5 days
1 year | 364.0 | 365.0
10 years | 3640.0 | 3650.0
12 months | refused | 360.0
TXT
v/bin/python -W ignore try.py > seen
diff expected seen
