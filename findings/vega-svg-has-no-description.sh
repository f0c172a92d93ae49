#!/usr/bin/env bash
# vega 6.4.0 with vega-lite 6.4.3 (npm); vl-convert-python 1.9.0.post1 with altair 6.3.0 (PyPI).
# Guess: the description of a chart, which Vega has for those who do not see it, is in the SVG that is written
# from it, as its desc or aria-label.
# Seen: it is not, nor is the SVG a picture (role="img"): only axes, title and marks have words of their own.
# In a page Vega gives the description to the element around the SVG; a file written by toSVG() or by Altair
# has none.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check altair==6.3.0 vl-convert-python==1.9.0.post1 pandas==3.1.1
cat > try.mjs <<'JS'
import * as vega from 'vega'
import * as lite from 'vega-lite'
const spec = { description: 'Boxes rose from 550 to 850.', title: 'Boxes', data: { values: [{ year: '2018/19', boxes: 550 }, { year: '2019/20', boxes: 850 }] }, mark: 'bar', encoding: { x: { field: 'year' }, y: { field: 'boxes', type: 'quantitative' } } }
const view = new vega.View(vega.parse(lite.compile(spec).spec), { renderer: 'none' })
const svg = await view.toSVG()
console.log('vega |', view.description(), '|', svg.includes('Boxes rose'), /^<svg[^>]*(role|aria-)/.test(svg), svg.includes('<desc'), svg.includes("Title text 'Boxes'"))
JS
cat > try.py <<'PY'
import re
import altair, pandas
frame = pandas.DataFrame({"year": ["2018/19", "2019/20"], "boxes": [550, 850]})
altair.Chart(frame, title="Boxes", description="Boxes rose from 550 to 850.").mark_bar().encode(x="year", y="boxes").save("a.svg")
svg = open("a.svg").read()
print("altair |", "Boxes rose" in svg, bool(re.match(r"<svg[^>]*(role|aria-)", svg)), "<desc" in svg, "Title text 'Boxes'" in svg)
PY
cat > expected <<'TXT'
vega | Boxes rose from 550 to 850. | false false false true
altair | False False False True
TXT
{ node try.mjs && v/bin/python -W ignore try.py; } > seen 2> /dev/null
diff expected seen
