#!/usr/bin/env bash
# date-parser-sari 0.8.11 (PyPI), dates in English and German words to EDTF.
# Guess: a date that is in EDTF already, 2018-04-03, stays as it is; a range, a decade and a bound become the EDTF of a range, a
# decade and an open range, as zwischen 1870 und 1890 and vor 2015 do; what is not known is refused.
# Seen: 2018-04 and 2018-04-03 become the range 2004/2018, which begins before what was said, while 2018/19 and 2009-10 are two
# years. 2012 to 2017 and 2012–2017 are 2012 alone, before 2015 is 2015 itself, although vor 2015 is right, 1990s is the year 1990,
# 1-7 January 2020 all of 2020 and the first quarter of a year all of it. Nothing is refused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check date-parser-sari==0.8.11
cat > try.py <<'PY'
from sariDateParser.dateParser import parse
for said in ["3 September 2018", "03.04.2018", "zwischen 1870 und 1890", "vor 2015", "2018/19", "2009-10", "2018-04", "2018-04-03",
             "2012 to 2017", "2012–2017", "April 2018 - September 2018", "before 2015", "1990s", "1990er", "1-7 January 2020", "1. Quartal 2018"]:
    print(said, "|", parse(said))
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
3 September 2018 | 2018-09-03
03.04.2018 | 2018-04-03
zwischen 1870 und 1890 | 1870/1890
vor 2015 | /2015
2018/19 | 2018/2019
2009-10 | 2009/2010
2018-04 | 2004/2018
2018-04-03 | 2004/2018
2012 to 2017 | 2012
2012–2017 | 2012
April 2018 - September 2018 | 2018-04
before 2015 | 2015
1990s | 1990
1990er | 1990
1-7 January 2020 | 2020
1. Quartal 2018 | 2018
TXT
diff expected seen
