#!/usr/bin/env bash
# dateperiodparser 0.1.3 (PyPI), periods in several languages, with dateparser 1.5.0.
# Guess: what parse() gives is the whole period that was written, or nothing where it cannot read it.
# Seen: Q1 2018, H1 2018 and 2012 to 2017 are right. Of two quarters or halves one is given, as if it were all: Q1 to Q3 2018
# is the third quarter, Q4 2017 to Q1 2018 the fourth. 1990s is the year 1990, April as 2018M04 and week 14 as 2018W14 are the
# year 2018, late 2018 all of it, 5 and 6 June the 6th, and Nov-Jan 2018 ends before it begins.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check dateperiodparser==0.1.3 dateparser==1.5.0
cat > try.py <<'PY'
import re, dateperiodparser
parser = dateperiodparser.DatePeriodParser()
for said in ["Q1 2018", "H1 2018", "2012 to 2017", "2. Quartal 2018", "Q1 to Q3 2018", "Q4 2017 to Q1 2018", "H2 2018 to H1 2019", "1990s",
             "2018M04", "2018W14", "late 2018", "5 and 6 June 2018", "Nov-Jan 2018"]:
    print(said, "|", *(" to ".join(re.findall(r"\d{4}-\d\d-\d\d", str(period))) for period in parser.parse(said)))
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
Q1 2018 | 2018-01-01 to 2018-03-31
H1 2018 | 2018-01-01 to 2018-06-30
2012 to 2017 | 2012-01-01 to 2017-12-31
2. Quartal 2018 | 2018-04-01 to 2018-06-30
Q1 to Q3 2018 | 2018-07-01 to 2018-09-30
Q4 2017 to Q1 2018 | 2017-10-01 to 2017-12-31
H2 2018 to H1 2019 | 2018-07-01 to 2018-12-31
1990s | 1990-01-01 to 1990-12-31
2018M04 | 2018-01-01 to 2018-12-31
2018W14 | 2018-01-01 to 2018-12-31
late 2018 | 2018-01-01 to 2018-12-31
5 and 6 June 2018 | 2018-06-06
Nov-Jan 2018 | 2018-11-01 to 2018-01-31
TXT
diff expected seen
