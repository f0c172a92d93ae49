#!/usr/bin/env bash
# toyplot 2.1.0 (PyPI) with numpy 2.4.1, charts as SVG.
# Guess: bars at 2016, 2017 and 2018 have these years below them and round steps beside them; of a stack of 5 and -3 the
# second stands below zero; a figure between two missing ones is drawn.
# Seen: below the bars the axis says 2016, 2016, 2018, 2018, its steps of half a year named without their half, and beside
# them 0, 2, 5, 8 for 0, 2.5, 5 and 7.5. The bar of -3 is laid over the upper part of the 5, from 5 down to 2. A line
# has no mark for a figure between two missing ones, and the axis begins at the lowest figure.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check toyplot==2.1.0 numpy==2.4.1
cat > try.py <<'PY'
import re
from xml.etree import ElementTree
import numpy
import toyplot
import toyplot.svg
def drawn(name, draw):
    canvas = toyplot.Canvas(300, 200)
    draw(canvas.cartesian())
    svg = ElementTree.tostring(toyplot.svg.render(canvas)).decode()
    labels = re.findall(r"<(?:\w+:)?text[^>]*>([^<]+)", svg)
    bars = [tuple(round(float(number)) for number in found) for found in re.findall(r'class="toyplot-Datum"[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"', svg)]
    lines = re.findall(r'<(?:\w+:)?path d="([^"]*)"', svg)
    print(name, "| axes", *labels, "| bars from, high", *bars, "| lines", *lines)
drawn("years", lambda axes: axes.bars([2016, 2017, 2018], [5, 6, 7]))
drawn("stack", lambda axes: axes.bars(numpy.array([[5, -3]])))
drawn("gaps", lambda axes: axes.plot([2014, 2015, 2016, 2017, 2018], [550, 560, numpy.nan, 600, numpy.nan]))
PY
cat > expected <<'TXT'
years | axes 2016 2016 2018 2018 0 2 5 8 | bars from, high (83, 67) (70, 80) (57, 93) | lines
stack | axes -0.5 0.0 0.5 0 1 2 3 4 5 | bars from, high (50, 100) (50, 60) | lines
gaps | axes 2014 2015 2016 2017 2018 550 560 570 580 590 600 | bars from, high | lines M 50.0 150.0 L 100.0 130.0 M 200.0 50.0
TXT
env/bin/python -W ignore try.py > seen
diff expected seen
