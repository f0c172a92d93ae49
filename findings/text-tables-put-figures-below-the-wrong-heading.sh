#!/usr/bin/env bash
# inscriptis 2.7.6 and resiliparse 2.0.1 (PyPI), which make plain text of pages and lay their tables out in columns.
# Guess: in a table where a year spans two rows, or a heading two columns, each figure stands below its own heading.
# Seen: where 2018 spans two rows the second figure, 560, stands in the column of the years. Below a heading that spans "Sent"
# and "Lost" the next one, "Rate", stands over the lost ones. Without spans all is right. A list that begins at 2018 begins
# at 1, 1,234 with a raised mark 1 is 1,2341, and inscriptis leaves the alternative text of a chart out.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check inscriptis==2.7.6 resiliparse==2.0.1
cat > try.py <<'PY'
from inscriptis import get_text
from resiliparse.extract.html2text import extract_plain_text
for what, page in [
    ('no spans', '<table><tr><th>Year</th><th>Boxes</th></tr><tr><td>2018</td><td>550</td></tr></table>'),
    ('year over two rows', '<table><tr><th>Year</th><th>Boxes</th></tr><tr><td rowspan="2">2018</td><td>550</td></tr><tr><td>560</td></tr></table>'),
    ('heading over two columns', '<table><tr><th colspan="2">Boxes sent, lost</th><th>Rate</th></tr><tr><td>550</td><td>56</td><td>10%</td></tr></table>'),
    ('list', '<ol start="2018"><li>Boxes</li></ol>'),
    ('raised mark', '<p>1,234<sup>1</sup></p>'),
    ('picture', '<p>See <img src="a.svg" alt="Boxes rose"></p>'),
]:
    for name, read in [('inscriptis', get_text), ('resiliparse', extract_plain_text)]:
        print(what, '|', name)
        print('\n'.join('  ' + line.rstrip().expandtabs(8) for line in read(f'<html><body>{page}</body></html>').split('\n') if line.strip()))
PY
cat > expected <<'TXT'
no spans | inscriptis
  Year  Boxes
  2018  550
no spans | resiliparse
  Year            Boxes
  2018            550
year over two rows | inscriptis
  Year  Boxes
  2018  550
  560
year over two rows | resiliparse
  Year            Boxes
  2018            550
  560
heading over two columns | inscriptis
  Boxes sent, lost  Rate
  550               56    10%
heading over two columns | resiliparse
  Boxes sent, lost                Rate
  550             56              10%
list | inscriptis
   1. Boxes
list | resiliparse
    1. Boxes
raised mark | inscriptis
  1,2341
raised mark | resiliparse
  1,2341
picture | inscriptis
  See
picture | resiliparse
  See Boxes rose
TXT
v/bin/python try.py > seen 2> log
diff expected seen
