#!/usr/bin/env bash
# larzchart 0.1.0 (PyPI), charts in SVG without other packages.
# Guess: a filled area stands on zero, as its bars do, the steps of an axis have names of their own, and a slice of a pie
# below zero is refused.
# Seen: areas of 30, 35 and 40 stand on 30, so that the first has no height. Of 12,345,678 and 12,345,679 five steps are
# called 1.235e+07. A slice of -1 beside 1 and 3 is drawn, a third of the circle backwards, over the others. A missing
# figure is a TypeError, and as NaN it is written into the path.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check larzchart==0.1.0
cat > try.py <<'PY'
import re
from larzchart import AreaChart, BarChart, LineChart, PieChart
def paths(chart): return re.findall(r' d="([^"]*)"', chart.render())
def words(chart): return re.findall(r">([^<>]+)</text>", chart.render())
print("area |", paths(AreaChart([30, 35, 40]))[0], "|", *words(AreaChart([30, 35, 40])))
print("bars |", *re.findall(r'height="([^"]*)" fill="[^"]*" rx', BarChart([30, 35, 40]).render()), "|", *words(BarChart([30, 35, 40])))
print("millions |", *words(LineChart([12345678, 12345679])))
print("pie of 1, -1, 3 |", *paths(PieChart([1, -1, 3], labels=["a", "b", "c"])))
print("NaN |", *paths(LineChart([3, float("nan"), 4])))
try:
    LineChart([3, None, 4]).render()
except TypeError:
    print("None | TypeError")
PY
env/bin/python try.py > seen
cat > expected <<'TXT'
area | M52.00 332.00 L338.00 174.00 L624.00 16.00 L624.00 332.00 L52.00 332.00 Z | 30 32 34 36 38 40
bars | 360 237.00 276.50 316.00 | 0 10 20 30 40
millions | 12345678 1.235e+07 1.235e+07 1.235e+07 1.235e+07 1.235e+07
pie of 1, -1, 3 | M338.00 176.00 L338.00 42.00 A134.00 134.00 0 0 1 454.05 243.00 Z M338.00 176.00 L454.05 243.00 A134.00 134.00 0 0 1 338.00 42.00 Z M338.00 176.00 L338.00 42.00 A134.00 134.00 0 1 1 338.00 42.00 Z
NaN | M52.00 332.00 L338.00 nan L624.00 16.00
None | TypeError
TXT
diff expected seen
