#!/usr/bin/env bash
# markitdown 0.1.9 (PyPI), with python-pptx 1.0.2 to write the slides.
# Guess: a chart on a slide becomes a table with its dates as dates, its shares as the chart shows them, and
# empty where a figure is missing.
# Seen: a day is the number by which a workbook counts it (43346.0 is 3 September 2018), 4.5% is 0.045, and
# where there is no figure stands None. Financial years, being text, are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check "markitdown[pptx]==0.1.9" python-pptx==1.0.2
cat > try.py <<'PY'
import datetime
from markitdown import MarkItDown
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
slides = Presentation()
for categories, form, values in [
    ([datetime.date(2018, 9, 3), datetime.date(2019, 9, 3)], "0.0%", (0.045, 0.05)),
    (["2018/19", "2019/20"], "#,##0", (1644, None)),
]:
    data = CategoryChartData(number_format=form)
    data.categories = categories
    data.add_series("Boxes", values)
    slides.slides.add_slide(slides.slide_layouts[6]).shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 4000000, 3000000, data)
slides.save("a.pptx")
print(*[line for line in MarkItDown().convert("a.pptx").text_content.splitlines() if line.startswith("|")], sep="\n")
PY
cat > expected <<'TXT'
| Category | Boxes |
|---|---|
| 43346.0 | 0.045 |
| 43711.0 | 0.05 |
| Category | Boxes |
|---|---|
| 2018/19 | 1644.0 |
| 2019/20 | None |
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
