#!/usr/bin/env bash
# date-wrangler 2.3.0 (PyPI), which finds dates in words and gives their first and last days; the day of the run is given.
# Guess: 2018/19 is a year, as "FY 2018-19" is (its years begin in April unless told otherwise), or is left to be settled, as
# "Q2 2018/19" is; a tax year is one, too; an interval of months is both of its ends.
# Seen: 2018/19 and 2018-19 are two calendar years, January 2018 to December 2019, so that a yearly figure is spread over 24
# months. "The tax year 2018/19" is the calendar year 2018. Of 2009-04/2010-03 the last month is left. The end of March is from
# the 21st on. Q2 2018, H2 2019, weeks, the year to March 2020 and ranges in words are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check date-wrangler==2.3.0
cat > "$work/try.py" <<'PY'
import datetime
import date_wrangler
for text in ["FY 2018-19", "2018/19", "2018-19", "2018/2019", "Q2 2018/19", "the tax year 2018/19", "the year to March 2020", "Q2 2018", "H2 2019", "2018-W36", "1 to 7 January 2020", "2009-04/2010-03", "the end of March 2019"]:
    seen = date_wrangler.parse(text, today=datetime.date(2026, 11, 30))
    print(text, "|", *[f"{found.range.start} to {found.range.end - datetime.timedelta(days=1)}" for found in seen] or ["nothing"])
PY
cat > "$work/expected" <<'TXT'
FY 2018-19 | 2018-04-01 to 2019-03-31
2018/19 | 2018-01-01 to 2019-12-31
2018-19 | 2018-01-01 to 2019-12-31
2018/2019 | 2018-01-01 to 2019-12-31
Q2 2018/19 | nothing
the tax year 2018/19 | 2018-01-01 to 2018-12-31
the year to March 2020 | 2019-04-01 to 2020-03-31
Q2 2018 | 2018-04-01 to 2018-06-30
H2 2019 | 2019-07-01 to 2019-12-31
2018-W36 | 2018-09-03 to 2018-09-09
1 to 7 January 2020 | 2020-01-01 to 2020-01-07
2009-04/2010-03 | 2010-03-01 to 2010-03-31
the end of March 2019 | 2019-03-21 to 2019-03-31
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
