#!/usr/bin/env bash
# ultimate-sitemap-parser 1.8.1 and atoma 0.0.17 (PyPI), which read lists of pages and feeds; the day of the run is set
# by time-machine.
# Guess: a page that was changed in 2018, or in 2018-09, as sitemaps may say, has the first day of the year or the
# month, or the words as they are; a quarter, "Q3 2018", is no date. 09:30 BST is 08:30 by the clock of Greenwich.
# Seen: the day, and of a year the month, are those of today: run on another day the page was changed on another day. In
# atoma so is the month of a feed, "Q3 2018" is in March, 03/09/2018 is 9 March, and BST is Greenwich time.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check ultimate-sitemap-parser==1.8.1 atoma==0.0.17 time-machine==2.16.0
cat > try.py <<'PY'
import atoma, logging, time_machine
from usp.tree import sitemap_from_str
logging.disable()
changed = ["2018", "2018-09", "2018-09-03"]
pages = "".join(f"<url><loc>https://example.org/{at}</loc><lastmod>{day}</lastmod></url>" for at, day in enumerate(changed))
site = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>'
said = ["2018-09", "Q3 2018", "03/09/2018", "Thu, 20 Jul 2023 09:30:00 BST"]
items = "".join(f"<item><title>t</title><pubDate>{day}</pubDate></item>" for day in said)
feed = f"<rss version='2.0'><channel><title>t</title><link>l</link><description>d</description>{items}</channel></rss>"
for today in ["2026-11-12", "2027-02-03"]:
    with time_machine.travel(f"{today} 12:00"):
        for day, page in zip(changed, sitemap_from_str(site).all_pages()):
            print(today, "| site |", day, "|", page.last_modified)
        for day, item in zip(said, atoma.parse_rss_bytes(feed.encode()).items):
            print(today, "| feed |", day, "|", item.pub_date)
PY
cat > expected <<'TXT'
2026-11-12 | site | 2018 | 2018-11-12 00:00:00
2026-11-12 | site | 2018-09 | 2018-09-12 00:00:00
2026-11-12 | site | 2018-09-03 | 2018-09-03 00:00:00
2026-11-12 | feed | 2018-09 | 2018-09-12 00:00:00+00:00
2026-11-12 | feed | Q3 2018 | 2018-03-12 00:00:00+00:00
2026-11-12 | feed | 03/09/2018 | 2018-03-09 00:00:00+00:00
2026-11-12 | feed | Thu, 20 Jul 2023 09:30:00 BST | 2023-07-20 09:30:00+00:00
2027-02-03 | site | 2018 | 2018-02-03 00:00:00
2027-02-03 | site | 2018-09 | 2018-09-03 00:00:00
2027-02-03 | site | 2018-09-03 | 2018-09-03 00:00:00
2027-02-03 | feed | 2018-09 | 2018-09-03 00:00:00+00:00
2027-02-03 | feed | Q3 2018 | 2018-03-03 00:00:00+00:00
2027-02-03 | feed | 03/09/2018 | 2018-03-09 00:00:00+00:00
2027-02-03 | feed | Thu, 20 Jul 2023 09:30:00 BST | 2023-07-20 09:30:00+00:00
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
