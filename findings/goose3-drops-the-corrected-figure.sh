#!/usr/bin/env bash
# goose3 3.1.22 (PyPI), which takes text and date out of an article; the day of the run is set by time-machine.
# Guess: of "fell by 5 6%", 5 struck out (<del>) and 6 put in (<ins>), at least the 6 is in the text; a raised footnote
# mark is left out or apart; a table is there, as a list is. An article of 2018-09 has that month.
# Seen: "fell by %": both figures are gone without a word, and so is the table; the list is there. 1,234 with raised
# marks in front and behind is 11,2342. The day of 2018-09 is that of today, of "2018" the month as well, 03/09/2018 is
# 9 March.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check goose3==3.1.22 time-machine==2.16.0
cat > try.py <<'PY'
import time_machine
from goose3 import Goose
more = "<p>" + "The figures are of England and Wales and are provisional, and more of them will be there. " * 6 + "</p>"
def page(date, body=""):
    head = f'<meta property="article:published_time" content="{date}"><title>Boxes</title>'
    return f"<html><head>{head}</head><body><article><h1>Boxes</h1>{body}{more}</article></body></html>"
body = """<p>The agency sent many more boxes in 2017 than in 2012, and it said that there were <sup>1</sup>1,234<sup>2</sup> of them,
after which the number fell by <del>5</del> <ins>6</ins>% in the year that followed.</p><table><tr><td>2012</td><td>10,384</td></tr>
<tr><td>2017</td><td>82,109</td></tr></table><ul><li>In 2018 it was 550</li><li>In 2019 it was 560</li></ul>"""
reader = Goose()
print(reader.extract(raw_html=page("2018-09-03", body)).cleaned_text.split(" The figures are")[0].split("\n\nThe figures")[0])
for today in ["2026-11-12", "2027-02-03"]:
    with time_machine.travel(f"{today} 12:00"):
        for date in ["2018", "2018-09", "03/09/2018"]:
            print(today, "|", date, "|", reader.extract(raw_html=page(date)).publish_datetime_utc)
PY
cat > expected <<'TXT'
The agency sent many more boxes in 2017 than in 2012, and it said that there were 11,2342 of them, after which the number fell by % in the year that followed.
• In 2018 it was 550
• In 2019 it was 560
2026-11-12 | 2018 | 2018-11-12 00:00:00
2026-11-12 | 2018-09 | 2018-09-12 00:00:00
2026-11-12 | 03/09/2018 | 2018-03-09 00:00:00
2027-02-03 | 2018 | 2018-02-03 00:00:00
2027-02-03 | 2018-09 | 2018-09-03 00:00:00
2027-02-03 | 03/09/2018 | 2018-03-09 00:00:00
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
