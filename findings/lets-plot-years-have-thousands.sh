#!/usr/bin/env bash
# lets-plot 4.11.0 (PyPI).
# Guess: an axis of whole years, given as numbers, is labelled 2015, 2016, 2017; a point with its range (pointrange)
# whose upper end is not known is drawn as a point alone, or with the end that is known.
# Seen: the years have a comma for thousands, and halves between them: 2,015, 2,015.5. The figure whose range is open
# at one end is not drawn at all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check lets-plot==4.11.0
cat > try.py <<'PY'
import re
from lets_plot import aes, geom_point, geom_pointrange, ggplot
svg = (ggplot({"year": [2015, 2016, 2017], "boxes": [5, 6, 7]}, aes("year", "boxes")) + geom_point()).to_svg()
print("labels |", *re.findall(r">([\d.,]+)</", svg))
for high in [[6, 7, 8], [6, None, 8]]:
    table = {"year": ["2015", "2016", "2017"], "boxes": [5, 6, 7], "low": [4, 5, 6], "high": high}
    svg = (ggplot(table, aes("year")) + geom_pointrange(aes(y="boxes", ymin="low", ymax="high"))).to_svg()
    print("points of 3 figures with upper ends", high, "|", len(re.findall("<circle", svg)))
PY
cat > expected <<'TXT'
labels | 2,015 2,015.5 2,016 2,016.5 2,017 5 5.5 6 6.5 7
points of 3 figures with upper ends [6, 7, 8] | 3
points of 3 figures with upper ends [6, None, 8] | 2
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
