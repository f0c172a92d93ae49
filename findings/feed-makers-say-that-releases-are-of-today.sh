#!/usr/bin/env bash
# feedgen 1.0.0, rfeed 1.1.1 and PyRSS2Gen 1.1 (PyPI), which write feeds of releases; the day of the run is set by
# time-machine.
# Guess: a release of 2018 is said to be of 2018; what is older stands where it was put; a time with its zone, 09:30 in
# British summer time, is written with it or as 08:30 GMT.
# Seen: in the Atom of feedgen every release was updated now, also one that was published in 2018: each run makes the
# whole list new; and the entries stand in the reverse order. rfeed and PyRSS2Gen write 09:30 GMT, an hour late.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check feedgen==1.0.0 rfeed==1.1.1 PyRSS2Gen==1.1 time-machine==2.16.0
cat > try.py <<'PY'
import re, time_machine
from datetime import datetime, timedelta, timezone
import PyRSS2Gen, rfeed
from feedgen.feed import FeedGenerator
def show(text, names):
    for name, words in re.findall(rf"<({names})>([^<]*)</", text):
        print(name, "|", words[:16] if name == "updated" else words)
with time_machine.travel("2026-11-12 12:00"):
    feed = FeedGenerator()
    feed.id("https://example.org/")
    feed.title("Releases")
    feed.updated("2019-09-03T08:30:00Z")
    for year in [2018, 2019]:
        entry = feed.add_entry()
        entry.id(f"https://example.org/{year}")
        entry.link(href=f"https://example.org/{year}")
        entry.title(f"Boxes {year}")
        entry.published(f"{year}-09-03T08:30:00Z")
    show(feed.atom_str().decode(), "title|updated|published")
    when = datetime(2023, 7, 20, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    item = rfeed.Item(title="Boxes", pubDate=when)
    show(rfeed.Feed(title="t", link="l", description="d", items=[item]).rss(), "pubDate")
    item = PyRSS2Gen.RSSItem(title="Boxes", pubDate=when)
    show(PyRSS2Gen.RSS2("t", "l", "d", items=[item]).to_xml(), "pubDate")
PY
cat > expected <<'TXT'
title | Releases
updated | 2019-09-03T08:30
title | Boxes 2019
updated | 2026-11-12T12:00
published | 2019-09-03T08:30:00+00:00
title | Boxes 2018
updated | 2026-11-12T12:00
published | 2018-09-03T08:30:00+00:00
pubDate | Thu, 20 Jul 2023 09:30:00 GMT
pubDate | Thu, 20 Jul 2023 09:30:00 GMT
TXT
v/bin/python -W ignore try.py > seen 2>&1
diff expected seen
