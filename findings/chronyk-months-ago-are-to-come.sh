#!/usr/bin/env bash
# chronyk 1.0.1 (PyPI), times as people write them, before or after now.
# Guess: so many months ago that the year has not had as many is in the year before: in May, five months ago is December of last
# year. One and a half years are 18 months.
# Seen: the turn of the year is not counted when going back: December is that of this year, which is to come, and 24 months further
# back it is that of the year before last and not of three years ago. Going forward is right. Of 1.5 years and 0.5 years the figure
# behind the point is read: five years.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check chronyk==1.0.1
cat > try.py <<'PY'
import time
from chronyk import Chronyk, ChronykDelta
now = time.localtime()
def say(what, said):
    then = time.localtime(Chronyk(said).timestamp())
    print(what, "|", time.strftime("%B", then), "| years from this one:", then.tm_year - now.tm_year)
say("months back to last December", f"{now.tm_mon} months ago")
say("months back to the December of three years ago", f"{now.tm_mon + 24} months ago")
say("months on to next January", f"in {13 - now.tm_mon} months")
for said in ["1 year", "1.5 years", "0.5 years", "18 months"]:
    print(said, "| days", ChronykDelta(said).seconds / 86400)
PY
TZ=UTC env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
months back to last December | December | years from this one: 0
months back to the December of three years ago | December | years from this one: -2
months on to next January | January | years from this one: 1
1 year | days 365.0
1.5 years | days 1825.0
0.5 years | days 1825.0
18 months | days 540.0
TXT
diff expected seen
