#!/usr/bin/env bash
# charted 1.2.1 (PyPI), charts in SVG without other packages.
# Guess: the names beside an axis stand where their figures are, so that a column of 1.5 ends at 1.5, and shares of a few in
# ten thousand fill the height of a chart as other figures do.
# Seen: columns of 0.25, 1.0 and 1.5 are drawn to an axis that ends at 1.5, and the names beside it to one that ends at 1.0:
# the column of 1.5 ends at "1.0", that of 1.0 at "0.6" and that of 0.25 at "0.0", which stands above the foot. 2.5 ends at
# "2". Steps are rounded, 0.25 to 0.2 and 0.75 to 0.8, and columns of 0.0004 and 0.0005 are a fifth of a pixel high, on an
# axis up to 1.0. 12.5 and 44.5 are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check charted==1.2.1
cat > try.py <<'PY'
import re
from charted import ColumnChart
for figures in ([12.5, 44.5], [0.25, 1.0, 1.5], [0.1, 2.5], [1, 2], [0.0004, 0.0005]):
    svg = ColumnChart(data=figures, labels=["a", "b", "c"][:len(figures)]).html
    heights = [float(height) for height in re.findall(r" h[\d.]+ v([\d.]+) h-", svg)][1:]
    names = [(word, float(place)) for attributes, word in re.findall(r"<text([^>]*)>([^<>]*)</text>", svg) if re.fullmatch(r"[\d.]+", word) for place in re.findall(r' y="([^"]*)"', attributes)]
    print(figures, "| ends at", *(f"{443 - height:.1f}" for height in heights), "| names", *(f"{word} at {place:.1f}" for word, place in names))
PY
env/bin/python try.py > seen
cat > expected <<'TXT'
[12.5, 44.5] | ends at 319.9 4.9 | names 45 at 0.0 36 at 88.6 27 at 177.2 18 at 265.8 9 at 354.4 0 at 443.0
[0.25, 1.0, 1.5] | ends at 369.2 147.7 0.0 | names 1.0 at 0.0 0.8 at 73.8 0.6 at 147.7 0.4 at 221.5 0.2 at 295.3 0.0 at 369.2
[0.1, 2.5] | ends at 425.3 0.0 | names 2 at 0.0 1 at 177.2 0 at 354.4
[1, 2] | ends at 221.5 0.0 | names 2.0 at 0.0 1.8 at 55.4 1.5 at 110.8 1.2 at 166.1 1.0 at 221.5 0.8 at 276.9 0.5 at 332.2 0.2 at 387.6 0.0 at 443.0
[0.0004, 0.0005] | ends at 442.8 442.8 | names 1.0 at 0.0 0.8 at 88.6 0.6 at 177.2 0.4 at 265.8 0.2 at 354.4 0.0 at 443.0
TXT
diff expected seen
