#!/usr/bin/env bash
# datify 1.1.0 (PyPI), dates found in texts.
# Guess: 03.04.2018 is 3 April and 09/07/2000 9 July, as days come first unless it is set otherwise; what is not a part of a date,
# as a count or the second half of a financial year, is left alone.
# Seen: where the day could be a month too it is taken for the month, and the day is missing: 03.04.2018 is March, 09/07/2000 of its
# own description September. 20.02.2020 and 2018-04-03 are right. The financial years 2018/19 and 2009-10 have the days 19 and 10,
# 12,345 boxes in 2018 the day 12, 5 boxes in June 2018 the 5th, and 1-7 January 2020 is 1 July.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check datify==1.1.0
cat > try.py <<'PY'
from datify import Datify
for said in ["20.02.2020", "2018-04-03", "3 April 2018", "03.04.2018", "09/07/2000", "05.05.2018", "2018/19", "2009-10", "12,345 boxes in 2018",
             "5 boxes in June 2018", "1-7 January 2020", "April 18"]:
    found = Datify.parse(said)
    print(said, "| year", found.year, "| month", found.month, "| day", found.day)
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
20.02.2020 | year 2020 | month 2 | day 20
2018-04-03 | year 2018 | month 4 | day 3
3 April 2018 | year 2018 | month 4 | day 3
03.04.2018 | year 2018 | month 3 | day None
09/07/2000 | year 2000 | month 9 | day None
05.05.2018 | year 2018 | month 5 | day None
2018/19 | year 2018 | month None | day 19
2009-10 | year 2009 | month None | day 10
12,345 boxes in 2018 | year 2018 | month None | day 12
5 boxes in June 2018 | year 2018 | month 6 | day 5
1-7 January 2020 | year 2020 | month 7 | day 1
April 18 | year None | month 4 | day 18
TXT
diff expected seen
