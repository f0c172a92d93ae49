#!/usr/bin/env bash
# timefhuman 0.1.5 and ctparse 0.3.6 (PyPI), readers of dates in words.
# Guess: the first week of a January is its seven days; what they do not know is nothing.
# Seen: timefhuman makes the hours from one to seven of 1 January 2020 of "1 to 7 January 2020", ctparse the days
# of next January; of April to June 2022 both keep June. In ctparse "Q2 2017" is February, "1998 to 2003" the year
# 1998 and the interval 2009-04/2010-03 two clock times. Of "April 2009 to March 2010" timefhuman gives both
# months, ctparse the second.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check timefhuman==0.1.5 ctparse==0.3.6
cat > try.py <<'PY'
import datetime, timefhuman
from ctparse import ctparse
now = datetime.datetime(2026, 1, 15, 9, 0)
for text in ["April 2009 to March 2010", "1 to 7 January 2020", "7-13 January 2019", "Apr-Jun 2022", "Q2 2017", "1998 to 2003", "2009-04/2010-03"]:
    found = [tuple(map(str, one)) if isinstance(one, tuple) else str(one) for one in timefhuman.timefhuman(text)]
    print(text, "|", found, "|", ctparse(text, ts=now).resolution)
PY
cat > expected <<'TXT'
April 2009 to March 2010 | [('2009-04-01 00:00:00', '2010-03-01 00:00:00')] | 2010-03-X X:X (X/X)
1 to 7 January 2020 | [('2020-01-01 01:00:00', '2020-01-01 07:00:00')] | 2027-01-01 X:X (X/X) - 2027-01-07 X:X (X/X)
7-13 January 2019 | [('2019-01-01 07:00:00', '2019-01-01 13:00:00')] | 2027-01-07 X:X (X/X) - 2027-01-13 X:X (X/X)
Apr-Jun 2022 | ['2022-06-01 00:00:00'] | 2022-06-X X:X (X/X)
Q2 2017 | [] | 2017-02-X X:X (X/X)
1998 to 2003 | [] | 1998-X-X X:X (X/X)
2009-04/2010-03 | [] | 2026-01-15 20:10 (X/X) - 2026-01-15 03:00 (X/X)
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
