#!/usr/bin/env bash
# pptxgenjs 4.0.1 (npm), to compare python-pptx 1.0.2 (PyPI): charts of PowerPoint.
# Guess: of a line chart in which one year has no figure, null, the line is open there, as it is in charts made by python-pptx.
# Seen: pptxgenjs tells PowerPoint to span gaps (dispBlanksAs), so that a straight line joins the years beside it as if
# nothing were missing; displayBlanksAs: 'gap' keeps it open. The missing figure is an empty <c:v>, which is no number.
# python-pptx writes "gap" and no value.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund pptxgenjs@4.0.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check python-pptx==1.0.2
cat > try.cjs <<'JS'
const Deck = require('pptxgenjs')
async function write(fileName, options) {
  const deck = new Deck()
  deck.addSlide().addChart('line', [{ name: 'Boxes', labels: ['2014', '2015', '2016'], values: [3, null, 5] }], { x: 0, y: 0, w: 5, h: 3, ...options })
  await deck.writeFile({ fileName })
}
write('pptxgenjs.pptx', {}).then(() => write('pptxgenjs-gap.pptx', { displayBlanksAs: 'gap' }))
JS
cat > try.py <<'PY'
import glob, re, zipfile
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
deck = Presentation()
data = CategoryChartData()
data.categories = ["2014", "2015", "2016"]
data.add_series("Boxes", [3, None, 5])
deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 9, 9, data)
deck.save("python-pptx.pptx")
for name in sorted(glob.glob("*.pptx")):
    with zipfile.ZipFile(name) as parts:
        xml = next(parts.read(part).decode() for part in parts.namelist() if re.search(r"charts/chart\d*\.xml$", part))
    values = xml[xml.index("<c:val>"):xml.index("</c:val>")]
    print(name.split(".")[0], "| blanks:", *re.findall(r'dispBlanksAs val="(\w+)"', xml), "| values:", *(value or "empty" for value in re.findall(r"<c:v>(.*?)</c:v>", values)))
PY
node try.cjs > log
v/bin/python try.py > seen
cat > expected <<'TXT'
pptxgenjs-gap | blanks: gap | values: 3 empty 5
pptxgenjs | blanks: span | values: 3 empty 5
python-pptx | blanks: gap | values: 3 5
TXT
diff expected seen
