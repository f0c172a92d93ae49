#!/usr/bin/env bash
# isodate 0.7.2 and PySO8601 0.2.0 (PyPI), readers of ISO 8601.
# Guess: week 53 and day 366 of a year that has none are refused, as 31 September is, and a week without a day is
# its Monday.
# Seen: in both day 366 of 2018 is 1 January 2019; in isodate 2021-W53 is 3 January 2022. In PySO8601 a week
# without a day is 1 January, whatever the week, and with a day every one of 2021 is a day too early. P3M is 91
# days there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check isodate==0.7.2 PySO8601==0.2.0
cat > try.py <<'PY'
import isodate, PySO8601
for text in ["2018-W09", "2021-W09-1", "2020-W53-1", "2021-W53-1", "2018-366", "2018-09-31", "P3M"]:
    for name, parse in [("isodate", isodate.parse_duration if text.startswith("P") else isodate.parse_date), ("PySO8601", PySO8601.parse)]:
        try:
            print(text, name, "|", parse(text))
        except ValueError as error:
            print(text, name, "|", type(error).__name__)
PY
cat > expected <<'TXT'
2018-W09 isodate | 2018-02-26
2018-W09 PySO8601 | 2018-01-01 00:00:00
2021-W09-1 isodate | 2021-03-01
2021-W09-1 PySO8601 | 2021-02-28 00:00:00
2020-W53-1 isodate | 2020-12-28
2020-W53-1 PySO8601 | 2021-01-03 00:00:00
2021-W53-1 isodate | 2022-01-03
2021-W53-1 PySO8601 | 2022-01-02 00:00:00
2018-366 isodate | 2019-01-01
2018-366 PySO8601 | 2019-01-01 00:00:00
2018-09-31 isodate | ValueError
2018-09-31 PySO8601 | ValueError
P3M isodate | 3 months, 0:00:00
P3M PySO8601 | 91 days, 0:00:00
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
