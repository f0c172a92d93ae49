#!/usr/bin/env bash
# html-table-parser-python3 0.3.1 (PyPI), which reads the tables of a page into lists.
# To be expected: the cells are what a reader sees: fewer than five as <5, a fall as -158 with its minus sign, a price with its pound
# sign; each figure of a row stands in the place of its heading.
# Seen: whatever is written as a character reference is left out, by name and by number: &lt;5 is 5, &minus;158 and
# &#8722;158 are 158, &pound;3 is 3, 12&ndash;16 is "12 16" and &half;% a bare percent sign; signs that are typed as they are
# stay. Only decode_html_entities=True keeps all. Cells that span two columns or rows are given once, so that the 9 of 2019 in
# the South slips to the left, and "Boys" stands where the area is. Nothing is said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check html-table-parser-python3==0.3.1
cat > page.html <<'HTML'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Claims</title></head><body><table>
<tr><th rowspan="2">Area</th><th colspan="2">2018</th><th>2019</th></tr>
<tr><th>Boys</th><th>Girls</th><th>All</th></tr>
<tr><th>North</th><td>&lt;5</td><td>&minus;158</td><td>&#8722;158</td></tr>
<tr><th>West</th><td>&pound;3</td><td>12&ndash;16</td><td>&half;%</td></tr>
<tr><th>East</th><td>−158</td><td>£3</td><td>12–16</td></tr>
<tr><th>South</th><td colspan="2">7</td><td>9</td></tr>
</table></body></html>
HTML
cat > try.py <<'PY'
from html_table_parser import HTMLTableParser
for options in ({}, {"decode_html_entities": True}):
    parser = HTMLTableParser(**options)
    parser.feed(open("page.html", encoding="utf-8").read())
    print("decoded" if options else "default")
    for row in parser.tables[0]:
        print(" | ".join(row))
PY
cat > expected <<'TXT'
default
Area | 2018 | 2019
Boys | Girls | All
North | 5 | 158 | 158
West | 3 | 12 16 | %
East | −158 | £3 | 12–16
South | 7 | 9
decoded
Area | 2018 | 2019
Boys | Girls | All
North | <5 | −158 | −158
West | £3 | 12–16 | ½%
East | −158 | £3 | 12–16
South | 7 | 9
TXT
venv/bin/python try.py > seen
cat seen
diff expected seen
