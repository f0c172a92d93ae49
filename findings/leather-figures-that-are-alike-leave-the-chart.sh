#!/usr/bin/env bash
# leather 0.4.1 (PyPI), charts in SVG, which agate draws with.
# Guess: a figure that does not change is a level line within the chart; a figure between two missing ones is marked;
# columns on an axis that begins above zero stay within it, or are refused.
# Seen: with 5 and 5 the axis runs from 0 to 1, and the points lie 1,912 pixels above the chart, four times its height, so
# that nothing is to be seen. A lone figure in a line is a path without length. On an axis from 25 to 40 a column of 35 is
# 1,115 high on 478, down beyond the names of the areas. The only warning is that of figures beyond an axis given by hand.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check leather==0.4.1
cat > try.py <<'PY'
import re, warnings, leather
warnings.simplefilter("error")
def say(name, kind, figures, scale=None):
    chart = leather.Chart("boxes")
    if scale:
        chart.add_y_scale(*scale)
    getattr(chart, "add_" + kind)(figures)
    svg = chart.to_svg()
    marks = re.findall(r'<circle [^>]*?cy="([^"]*)"', svg) + re.findall(r' d="([^"]*)"', svg) + [round(float(height)) for height in re.findall(r'<rect [^>]*?height="([^"]*)"', svg)[1:]]
    print(name, "|", *marks, "| axis", *re.findall(r'text-anchor="end"[^>]*>([^<]*)<', svg))
say("5 and 6", "dots", [(2016, 5), (2017, 6)])
say("5 and 5", "dots", [(2016, 5), (2017, 5)])
say("line of 5 and 5", "line", [(2016, 5), (2017, 5)])
say("line with a gap", "line", [(2016, 3), (2017, None), (2018, 4)])
say("columns from 0", "columns", [("North", 30), ("South", 35)])
say("columns from 25", "columns", [("North", 30), ("South", 35)], (25, 40))
PY
env/bin/python try.py > seen
cat > expected <<'TXT'
5 and 6 | 478 0 | axis 5 5.25 5.5 5.75 6
5 and 5 | -1912 -1912 | axis 0.25 0.5 0.75 1 0
line of 5 and 5 | M 0 -1912 L 680 -1912 | axis 0.25 0.5 0.75 1 0
line with a gap | M 0 478 M 680 0 | axis 3 3.25 3.5 3.75 4
columns from 0 | 358 418 | axis 10 20 30 40 0
columns from 25 | 956 1115 | axis 25 30 35 40
TXT
diff expected seen
