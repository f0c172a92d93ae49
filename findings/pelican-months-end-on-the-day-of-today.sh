#!/usr/bin/env bash
# Pelican 4.12.0 with Markdown 3.11 (PyPI), a maker of sites.
# Guess: an article of `Date: 2018-09` is dated to the first of that month, and one of 2018 to its first day; 03/09/2018 is
# refused, since days and months stand in either order.
# Seen: the month is dated to the day of today in it (on the 30th to 30 September), the year to the day and month of today in
# it, so that each build says another date; September 2018 likewise. 03/09/2018 is 9 March. 2018/19 and
# Q2 2018 are errors, and their articles are left out of a site that is built all the same.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pelican==4.12.0 markdown==3.11
mkdir content
cat > pelicanconf.py <<'PY'
AUTHOR, SITENAME, SITEURL, PATH, TIMEZONE, DEFAULT_LANG = "Office", "Boxes", "", "content", "UTC", "en"
PY
write() { printf 'Title: Boxes\nSlug: %s\nDate: %s\n\n550 boxes\n' "$1" "$2" > "content/$1.md"; }
write day 2018-09-03
write month 2018-09
write words 'September 2018'
write year 2018
write slashes 03/09/2018
write financial 2018/19
write quarter 'Q2 2018'
TZ=UTC env/bin/pelican content --output site --settings pelicanconf.py > log 2>&1
cat > try.py <<'PY'
import calendar, datetime, pathlib, re
today = datetime.datetime.now(datetime.timezone.utc)
day = min(today.day, 30)
this = min(today.day, calendar.monthrange(2018, today.month)[1])
month, year = f"2018-09-{day:02}", f"2018-{today.month:02}-{this:02}"
means = {"month": (month, "the day of today in September 2018"), "words": (month, "the day of today in September 2018"), "year": (year, "the day and month of today in 2018")}
for name in ["day", "month", "words", "year", "slashes", "financial", "quarter"]:
    page = pathlib.Path("site", name + ".html")
    found = re.search(r'class="published" title="(.{10})', page.read_text())[1] if page.exists() else "no page"
    expected, words = means.get(name, (None, None))
    print(name, "|", words if found == expected else found)
PY
cat > expected <<'TXT'
day | 2018-09-03
month | the day of today in September 2018
words | the day of today in September 2018
year | the day and month of today in 2018
slashes | 2018-03-09
financial | no page
quarter | no page
TXT
env/bin/python try.py > seen
diff expected seen
