#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI).
# Guess: it gives None for what is no date, or, since it knows the quarter Q2 2017, the first day of it and
# of a financial year.
# Seen: the financial year 2018/19 is the 19th of the month in which it is run, the half-year H2 2019 a
# day of February, the week 2020-W01 a day of January that depends on the day of the run, and Q2 2017
# is in May when run in November, in June when run in March. search_dates makes a day of 2018/19 too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cat > "$work/try.py" <<'PY'
import datetime, dateparser
from dateparser.search import search_dates
for today in [datetime.datetime(2026, 11, 28), datetime.datetime(2026, 3, 3)]:
    settings = {"RELATIVE_BASE": today}
    for text in ["2018/19", "2018-19", "Q2 2017", "2020-W01", "H1 2019", "H2 2019"]:
        print(today.date(), text, "|", dateparser.parse(text, settings=settings))
print(search_dates("in the financial year 2018/19", languages=["en"], settings={"RELATIVE_BASE": datetime.datetime(2026, 11, 28)}))
PY
cat > "$work/expected" <<'TXT'
2026-11-28 2018/19 | 2018-11-19 00:00:00
2026-11-28 2018-19 | 2018-11-19 00:00:00
2026-11-28 Q2 2017 | 2017-05-28 00:00:00
2026-11-28 2020-W01 | 2020-01-28 00:00:00
2026-11-28 H1 2019 | 2019-01-28 00:00:00
2026-11-28 H2 2019 | 2019-02-28 00:00:00
2026-03-03 2018/19 | 2018-03-19 00:00:00
2026-03-03 2018-19 | 2018-03-19 00:00:00
2026-03-03 Q2 2017 | 2017-06-03 00:00:00
2026-03-03 2020-W01 | 2020-01-03 00:00:00
2026-03-03 H1 2019 | 2019-01-03 00:00:00
2026-03-03 H2 2019 | 2019-02-03 00:00:00
[('year 2018/19', datetime.datetime(2018, 11, 19, 0, 0))]
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
