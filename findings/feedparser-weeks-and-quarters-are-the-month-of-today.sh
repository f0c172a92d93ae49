#!/usr/bin/env bash
# feedparser 6.0.14 (PyPI), feeds with dates as statistical offices write them; the day of the run is set by
# time-machine.
# Guess: a date of a feed that is no day, the week 2018-W36, the quarter 2018-Q3 or the financial year 2018/19, is read
# as its first day or not at all, as "Q3 2018" is; 09:30 BST is 08:30 by the clock of Greenwich, as 09:30 +0100 is.
# Seen: all three are the first of the month that today is in, of 2018; 2018-19 is 1 July 2019, and 31 September 1
# October. Summer time (BST) and CET are taken for Greenwich time. Of a chart in a text the name (aria-label) is taken
# away.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check feedparser==6.0.14 time-machine==2.16.0
cat > try.py <<'PY'
import feedparser, time_machine
dates = ["2018-09", "2018-W36", "2018-Q3", "2018/19", "2018-19", "2018-09-31", "Q3 2018", "Thu, 20 Jul 2023 09:30:00 +0100",
         "Thu, 20 Jul 2023 09:30:00 BST", "Thu, 20 Jul 2023 09:30:00 CET"]
items = "".join(f"<item><title>t</title><pubDate>{date}</pubDate></item>" for date in dates)
chart = '<description>&lt;svg role="img" aria-label="Boxes rose">&lt;title>Boxes&lt;/title>&lt;/svg></description>'
feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}<item>{chart}</item></channel></rss>'
for today in ["2026-11-12", "2027-02-03"]:
    with time_machine.travel(f"{today} 12:00"):
        entries = feedparser.parse(feed).entries
        for date, entry in zip(dates, entries):
            read = entry.get("published_parsed")
            print(today, "|", date, "|", "%d-%02d-%02d %02d:%02d" % read[:5] if read else None)
print(entries[-1].summary)
PY
cat > expected <<'TXT'
2026-11-12 | 2018-09 | 2018-09-01 00:00
2026-11-12 | 2018-W36 | 2018-11-01 00:00
2026-11-12 | 2018-Q3 | 2018-11-01 00:00
2026-11-12 | 2018/19 | 2018-11-01 00:00
2026-11-12 | 2018-19 | 2019-07-01 00:00
2026-11-12 | 2018-09-31 | 2018-10-01 00:00
2026-11-12 | Q3 2018 | None
2026-11-12 | Thu, 20 Jul 2023 09:30:00 +0100 | 2023-07-20 08:30
2026-11-12 | Thu, 20 Jul 2023 09:30:00 BST | 2023-07-20 09:30
2026-11-12 | Thu, 20 Jul 2023 09:30:00 CET | 2023-07-20 09:30
2027-02-03 | 2018-09 | 2018-09-01 00:00
2027-02-03 | 2018-W36 | 2018-02-01 00:00
2027-02-03 | 2018-Q3 | 2018-02-01 00:00
2027-02-03 | 2018/19 | 2018-02-01 00:00
2027-02-03 | 2018-19 | 2019-07-01 00:00
2027-02-03 | 2018-09-31 | 2018-10-01 00:00
2027-02-03 | Q3 2018 | None
2027-02-03 | Thu, 20 Jul 2023 09:30:00 +0100 | 2023-07-20 08:30
2027-02-03 | Thu, 20 Jul 2023 09:30:00 BST | 2023-07-20 09:30
2027-02-03 | Thu, 20 Jul 2023 09:30:00 CET | 2023-07-20 09:30
<svg xmlns="http://www.w3.org/2000/svg"><title>Boxes</title></svg>
TXT
v/bin/python -W ignore try.py > seen 2>&1
diff expected seen
