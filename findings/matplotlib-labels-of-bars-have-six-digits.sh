#!/usr/bin/env bash
# matplotlib 3.11.2 (PyPI).
# Guess: bar_label() writes a bar's figure beside it; an error bar of which the lower end is not known, NaN, has its upper
# one; a box plot leaves a missing figure out; the axis of a line from 20,000,000 to 20,000,500 says so.
# Seen: 1,234,567 is labelled 1.23457e+06 and 20,000,000 is 2e+07, six digits are kept: give fmt="{:,.0f}". An error bar that is
# open at one end is not drawn at either, nor told. One missing figure and the box of a group is not there, and its median
# is NaN. The axis runs from 0 to 500, with +2e7 in a corner.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check matplotlib==3.11.2
cat > try.py <<'PY'
import matplotlib
matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np
def axes():
    return plt.subplots()[1]
ax = axes()
bars = ax.bar([1, 2, 3, 4], [82109, 1234567, 20000000, 12.5])
print("labels |", *(label.get_text() for label in ax.bar_label(bars)))
print("with fmt |", *(label.get_text() for label in ax.bar_label(bars, fmt="{:,.0f}")))
ax = axes()
lines = ax.errorbar([1, 2], [5, 6], yerr=[[1, np.nan], [1, 2]])[2][0]
for segment in lines.get_segments():
    print("error bar |", *(float(y) for _, y in segment), "|", "drawn" if len(segment) > 1 else "not drawn")
for figures in [[1, 2, 3], [1, 2, 3, np.nan]]:
    print("median of", *figures, "|", *axes().boxplot([figures])["medians"][0].get_ydata())
ax = axes()
ax.plot([2016, 2017], [20000000, 20000500])
ax.figure.canvas.draw()
print("axis |", *(label.get_text() for label in ax.get_yticklabels()), "| in the corner", ax.yaxis.get_offset_text().get_text())
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
labels | 82109 1.23457e+06 2e+07 12.5
with fmt | 82,109 1,234,567 20,000,000 12
error bar | 4.0 6.0 | drawn
error bar | 8.0 | not drawn
median of 1 2 3 | 2.0 2.0
median of 1 2 3 nan | nan nan
axis | −100 0 100 200 300 400 500 600 | in the corner +2e7
TXT
diff expected seen
