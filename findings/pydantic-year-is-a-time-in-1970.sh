#!/usr/bin/env bash
# pydantic 2.14.4 (PyPI), which checks data by the types of a model.
# Guess: a field of a date with time refuses "2018", as a field of a date does; a whole number refuses "2018_19" and
# "1_644", as it refuses "1,644"; half a year, P6M, is refused as a timedelta, or six months.
# Seen: "2018" is 33 minutes past midnight on 1 January 1970, and "20180903" a day in August 1970, both valid.
# "2018_19" is 201819 and "1_644" 1644. P6M is 180 days and P1Y 365, though two times P6M are a year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pydantic==2.14.4
cat > try.py <<'PY'
from datetime import date, datetime, timedelta
from pydantic import TypeAdapter, ValidationError
for kind, cell in [
    (date, "2018"), (datetime, "2018"), (datetime, "20180903"), (datetime, "2018-09"), (datetime, "2018-09-03"),
    (int, "2018_19"), (int, "1_644"), (int, "1,644"), (int, "2018/19"), (timedelta, "P6M"), (timedelta, "P1Y"),
]:
    try:
        print(kind.__name__, cell, "|", TypeAdapter(kind).validate_python(cell))
    except ValidationError:
        print(kind.__name__, cell, "| refused")
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
date 2018 | refused
datetime 2018 | 1970-01-01 00:33:38+00:00
datetime 20180903 | 1970-08-22 13:48:23+00:00
datetime 2018-09 | refused
datetime 2018-09-03 | 2018-09-03 00:00:00
int 2018_19 | 201819
int 1_644 | 1644
int 1,644 | refused
int 2018/19 | refused
timedelta P6M | 180 days, 0:00:00
timedelta P1Y | 365 days, 0:00:00
TXT
diff expected seen
