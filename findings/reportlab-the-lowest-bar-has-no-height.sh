#!/usr/bin/env bash
# reportlab 5.1.0 (PyPI), charts of PDF reports.
# Guess: the axis of a bar chart begins at zero, so that bars are as long as their figures; a line is open where a year has no
# figure; a change of -0.5 written without decimals is -0, -1 or 0.
# Seen: bars of 550, 560 and 570 stand on an axis from 550: the bar of 550 has no height, and 570 is twice as high as 560. A line
# goes straight over a year that is None. 0.4 is "0", -0.5 "-0". With valueAxis.valueMin = 0 bars are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0
cat > try.py <<'PY'
import re
from reportlab.graphics import renderSVG
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing
def draw(kind, figures, **also):
    chart = kind()
    chart.height = 100
    chart.data = [figures]
    for name, value in also.items():
        setattr(chart.valueAxis if name == "valueMin" else chart, name, value)
    drawing = Drawing(300, 200)
    drawing.add(chart)
    return chart, renderSVG.drawToString(drawing)
for also in [{}, {"valueMin": 0}]:
    chart, _ = draw(VerticalBarChart, [550, 560, 570], **also)
    print("bars of 550, 560, 570", also, "| axis from", chart.valueAxis._valueMin, "| heights", *(round(height, 1) for row in chart._barPositions for _, _, _, height in row))
_, svg = draw(HorizontalLineChart, [550, None, 570])
print("line of 550, none, 570 |", *(f"a piece through {len(points.split(','))} figures" for points in re.findall(r'<polyline[^>]*points="([^"]*)"', svg)))
_, svg = draw(VerticalBarChart, [0.4, -0.5], barLabelFormat="%0.0f")
print("labels of 0.4, -0.5 |", *re.findall(r">\s*([-\d.]+)\s*</text>", svg)[:2])
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
bars of 550, 560, 570 {} | axis from 550 | heights 0.0 50.0 100.0
bars of 550, 560, 570 {'valueMin': 0} | axis from 0 | heights 96.5 98.2 100.0
line of 550, none, 570 | a piece through 2 figures
labels of 0.4, -0.5 | 0 -0
TXT
diff expected seen
