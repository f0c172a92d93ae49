#!/usr/bin/env bash
# metadate 0.6.2, date-model 1.1.4 (parse_date_range) and dateperiodparser 0.1.3 (PyPI), which make periods of words.
# Guess: from April 2018 to March 2019 is a year, "2018-09" a month, "tax year 2018/19" begins in April 2018, and 31
# February is refused.
# Seen: metadate takes 2018-09 for the whole of 2018, the tax year 2018/19 for 2019, of two months the first or the last,
# and 31 February for the 28th. date-model takes the last month of "April 2018 to March 2019" in the year of the first,
# March 2018, and of "Apr-Jun 2022" April. dateperiodparser reads such months as they are meant, but the 1990s as 1990,
# 31 February as the 28th, and "12.5m" as the day that it runs on.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check metadate==0.6.2 date-model==1.1.4 dateperiodparser==0.1.3
cat > try.py <<'PY'
import datetime, date_model, dateperiodparser, metadate
parser = dateperiodparser.DatePeriodParser()
def say(*days):
    return " to ".join("today" if str(day)[:10] == str(datetime.date.today()) else str(day)[:10] for day in days)
def one(text):
    found = metadate.parse_date(text)
    yield say(found.start_date, found.end_date - datetime.timedelta(days=1)) if found else "-"
    found = date_model.parse_date_range(text)
    yield say(*found) if found else "-"
    found = parser.parse_tuples(text)
    yield ", ".join(say(*(day for day in days if day)) if isinstance(days, tuple) else say(days) for days in found) or "-"
for text in ["2018-09", "September 2018", "tax year 2018/19", "April 2018 to March 2019", "Apr-Jun 2022", "2009-2010", "1990s", "31/02/2018", "12.5m"]:
    print(text, *one(text), sep=" | ")
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
2018-09 | 2018-01-01 to 2018-12-31 | - | -
September 2018 | 2018-09-01 to 2018-09-30 | 2018-09-01 to 2018-09-30 | 2018-09-01 to 2018-09-30
tax year 2018/19 | 2019-01-01 to 2019-12-31 | - | -
April 2018 to March 2019 | 2018-04-01 to 2018-04-30 | 2018-03-01 to 2018-03-31 | 2018-04-01 to 2019-03-31
Apr-Jun 2022 | 2022-06-01 to 2022-06-30 | 2022-04-01 to 2022-04-30 | 2022-04-01 to 2022-06-30
2009-2010 | 2010-01-01 to 2010-12-31 | - | 2009-01-01 to 2010-12-31
1990s | - | - | 1990-01-01 to 1990-12-31
31/02/2018 | 2018-02-28 to 2018-02-28 | - | 2018-02-28 to 2018-02-28
12.5m | - | - | today to today
TXT
diff expected seen
