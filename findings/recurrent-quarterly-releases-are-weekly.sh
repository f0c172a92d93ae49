#!/usr/bin/env bash
# recurrent 0.4.1 (PyPI), which turns words such as "every other month" into a rule of iCalendar, to see when a table is due.
# Guess: "the first Monday of each quarter" is every three months or not understood, and "every half year" every six months.
# Seen: the first Monday of each quarter is every Monday, every half year every year, yearly on 3 September is September of
# every third year, every year from 2018 once in 2018 years, and every quarter from April 2018 the 2018th of April. Months
# are right: the first Monday of each month, every 6 months.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check recurrent==0.4.1
cat > try.py <<'PY'
import datetime
from recurrent.event_parser import RecurringEvent
for words in ["every other month", "every 6 months", "first Monday of each month", "every quarter", "first Monday of each quarter",
              "every half year", "yearly on 3 September", "every year from 2018", "every quarter from April 2018"]:
    print(words, "|", RecurringEvent(now_date=datetime.datetime(2018, 1, 1)).parse(words))
PY
cat > expected <<'TXT'
every other month | RRULE:INTERVAL=2;FREQ=MONTHLY
every 6 months | RRULE:INTERVAL=6;FREQ=MONTHLY
first Monday of each month | RRULE:BYDAY=1MO;INTERVAL=1;FREQ=MONTHLY
every quarter | None
first Monday of each quarter | RRULE:BYDAY=MO;INTERVAL=1;FREQ=WEEKLY
every half year | RRULE:INTERVAL=1;FREQ=YEARLY
yearly on 3 September | RRULE:BYMONTH=9;INTERVAL=3;FREQ=YEARLY
every year from 2018 | RRULE:INTERVAL=2018;FREQ=YEARLY
every quarter from April 2018 | RRULE:BYMONTHDAY=2018;BYMONTH=4;INTERVAL=1;FREQ=YEARLY
TXT
v/bin/python try.py > seen 2> log
diff expected seen
