#!/usr/bin/env bash
# DateRangeParser 1.3.2 (PyPI), ranges of dates as people write them, with pyparsing 3.3.3.
# Guess: a year that is written once counts for both ends, wherever it stands: April 2018 - September are six months of 2018,
# 1 April 2018 to 31 March the financial year 2018-19.
# Seen: a year at the second end counts for both. One at the first end only is thrown away, without a word: the range is of
# the year of today, in which the script runs, or of the one before it. Of 29 February 2016 nothing is left but an error in
# years that have no such day, as 2025 and 2026.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check DateRangeParser==1.3.2 pyparsing==3.3.3
cat > try.py <<'PY'
import datetime, daterangeparser
now = datetime.date.today().year
for said in ["April - September 2018", "December - February 2018", "April 2018 - September 2018", "April 2018 - September",
             "March 20 2018 - April 5", "1 April 2018 to 31 March"]:
    said_of = []
    for day in daterangeparser.parse(said):
        year = {now: "year of today", now - 1: "year before it"}.get(day.year, day.year)
        said_of.append(f"{day:%d %B} {year}")
    print(said, "|", " to ".join(said_of))
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
April - September 2018 | 01 April 2018 to 30 September 2018
December - February 2018 | 01 December 2017 to 28 February 2018
April 2018 - September 2018 | 01 April 2018 to 30 September 2018
April 2018 - September | 01 April year of today to 30 September year of today
March 20 2018 - April 5 | 20 March year of today to 05 April year of today
1 April 2018 to 31 March | 01 April year before it to 31 March year of today
TXT
diff expected seen
