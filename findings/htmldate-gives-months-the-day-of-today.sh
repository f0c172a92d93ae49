#!/usr/bin/env bash
# htmldate 1.11.0, trafilatura 2.3.1 (PyPI).
# Guess: of a page that says it was published in 2018-09 a finder of dates gives the month, its first day, or
# nothing; of one that says "Published September 2018" the same.
# Seen: 2018-09 and 2018/09 in the metadata and in <time> become the day of September that today is of its month
# (trafilatura alike); "Published September 2018" is 1 January 2018, and 1 October 2009 where the text speaks of
# the financial year 2009/10, which also wins over "Release date: 20 July 2023".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0 trafilatura==2.3.1 time-machine==2.16.0 \
  lxml_html_clean==0.4.6
cat > "$work/try.py" <<'PY'
import time_machine, htmldate, trafilatura
def page(head, body, covers=""):
    text = f"The figures are of England and Wales{covers} and are provisional. " * 8
    return f"<html><head><title>x</title>{head}</head><body><article><h1>Recorded crime</h1>{body}<p>{text}</p></article></body></html>"
dublin = page('<meta name="DC.date" content="2018-09">', "")
for day in ["2026-11-12", "2026-11-23"]:
    with time_machine.travel(f"{day} 12:00"):
        print(day, htmldate.find_date(dublin), trafilatura.extract_metadata(dublin).date)
        print(day, htmldate.find_date(page("", '<time datetime="2018-09">September 2018</time>')))
for body in ["<p>Published September 2018</p>", "<p>Release date: 20 July 2023. Next release: 19 October 2023.</p>"]:
    print(body, htmldate.find_date(page("", body)), htmldate.find_date(page("", body, " in the financial year 2009/10")))
PY
cat > "$work/expected" <<'TXT'
2026-11-12 2018-09-12 2018-09-12
2026-11-12 2018-09-12
2026-11-23 2018-09-23 2018-09-23
2026-11-23 2018-09-23
<p>Published September 2018</p> 2018-01-01 2009-10-01
<p>Release date: 20 July 2023. Next release: 19 October 2023.</p> 2023-07-20 2009-10-01
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
