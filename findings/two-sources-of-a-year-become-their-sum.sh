#!/usr/bin/env bash
# Altair 6.3.0 (Vega-Lite, by vl-convert-python 1.9.0.post1), plotnine 0.15.9 and seaborn 0.13.2 (PyPI), @observablehq/plot 0.6.17 (npm), to
# compare matplotlib 3.11.2 (PyPI).
# Guess: where two sources state a figure for one year, 550 and 560, a bar chart without a colour for each shows one behind
# the other, as matplotlib does, or side by side.
# Seen: Altair, plotnine and Plot put one upon the other, a bar of 1,110, though nobody asked for a stack; so does an area. With
# a colour or a shade for each source it is the same. seaborn draws their mean, 555, in bars and lines, which neither says.
# With y=alt.Y(stack=None) Altair's bars lie one behind the other.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @observablehq/plot@0.6.17 jsdom@29.1.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check altair==6.3.0 vl-convert-python==1.9.0.post1 plotnine==0.15.9 seaborn==0.13.2 matplotlib==3.11.2 pandas==3.1.1
cat > try.py <<'PY'
import altair, matplotlib, pandas, plotnine, re, seaborn, vl_convert
matplotlib.use("svg")
import matplotlib.pyplot as plt
table = pandas.DataFrame({"year": ["2017", "2018", "2018"], "boxes": [500, 550, 560], "source": ["A", "A", "B"]})
def axis(svg):
    return max(int(tick.replace(",", "")) for tick in re.findall(r">([\d,]+)<", svg) if tick not in ("2017", "2018"))
def vega(mark, **also):
    channels = {"x": "year:N", "y": "boxes:Q", **also}
    return axis(vl_convert.vegalite_to_svg(getattr(altair.Chart(table), "mark_" + mark)().encode(**channels).to_dict()))
print("Altair, the axis goes to | bars", vega("bar"), "| bars in colours", vega("bar", color="source:N"), "| area", vega("area"), "| line", vega("line"), "| bars, stack=None", vega("bar", y=altair.Y("boxes:Q", stack=None)))
def ggplot(mark):
    return round((plotnine.ggplot(table, plotnine.aes("year", "boxes")) + mark).draw().axes[0].get_ylim()[1] / 1.05)
print("plotnine, the highest |", "bars", ggplot(plotnine.geom_col()))
print("seaborn | bars", *(float(bar.get_height()) for bar in seaborn.barplot(table, x="year", y="boxes", ax=plt.subplots()[1]).patches), "| line", *map(float, seaborn.lineplot(table, x="year", y="boxes", ax=plt.subplots()[1]).lines[0].get_ydata()))
print("matplotlib | bars", *(int(bar.get_height()) for bar in plt.subplots()[1].bar(table.year, table.boxes)))
PY
cat > try.mjs <<'JS'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
const { document } = new JSDOM('').window
const table = [{ year: 2017, boxes: 500 }, { year: 2018, boxes: 550 }, { year: 2018, boxes: 560 }]
const highest = mark => Plot.plot({ document, marks: [mark(table, { x: 'year', y: 'boxes' })] }).scale('y').domain[1]
console.log('Plot, the axis goes to | bars', highest(Plot.barY), '| areas', highest(Plot.areaY), '| lines', highest(Plot.lineY))
JS
{ v/bin/python try.py; node try.mjs; } > seen 2> log
cat > expected <<'TXT'
Altair, the axis goes to | bars 1200 | bars in colours 1200 | area 1200 | line 600 | bars, stack=None 600
plotnine, the highest | bars 1110
seaborn | bars 500.0 555.0 | line 500.0 555.0
matplotlib | bars 500 550 560
Plot, the axis goes to | bars 1110 | areas 1110 | lines 560
TXT
diff expected seen
