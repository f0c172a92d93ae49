#!/usr/bin/env bash
# epiweeks 2.4.0 (PyPI), epidemiological weeks.
# Guess: Week.fromstring() reads a week, 201836 or 2018-W36, and a day of ISO 8601 as the week that it is in, or refuses it,
# as it refuses week 53 of 2021.
# Seen: of a day the month is read as the week: 3 September 2018 is week 9, in February, and 31 December week 12. A month,
# 2018-09, is week 9 as well. Week.fromdate() is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check epiweeks==2.4.0
cat > "$work/try.py" <<'PY'
import datetime
from epiweeks import Week
for text in ["201836", "2018-W36", "2018-W36-1", "2018-09-03", "2018-12-31", "20180903", "2018-09", "2021-W53"]:
    try:
        week = Week.fromstring(text)
        print(text, "|", week, week.startdate(), week.enddate())
    except ValueError as error:
        print(text, "|", "refused")
print("fromdate |", Week.fromdate(datetime.date(2018, 9, 3)), Week.fromdate(datetime.date(2018, 12, 31)))
PY
cat > "$work/expected" <<'TXT'
201836 | 201836 2018-09-02 2018-09-08
2018-W36 | 201836 2018-09-02 2018-09-08
2018-W36-1 | 201836 2018-09-02 2018-09-08
2018-09-03 | 201809 2018-02-25 2018-03-03
2018-12-31 | 201812 2018-03-18 2018-03-24
20180903 | 201809 2018-02-25 2018-03-03
2018-09 | 201809 2018-02-25 2018-03-03
2021-W53 | refused
fromdate | 201836 201901
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
