#!/usr/bin/env bash
# pptx2md 2.0.6 (PyPI), slides to Markdown; the slide is made by python-pptx 1.0.2 (PyPI).
# Guess: a picture keeps its alternative text, a chart becomes a table or at least a word that there is one; a figure struck
# out, one with a raised footnote mark and a bar within a cell stay what they are, as Markdown has signs for them.
# Seen: the picture has no text, of the chart nothing is left, without a word. 550, struck out and 560 in its place, is "550 560",
# 1,234 with a raised 1 is 1,2341. A cell of 5|6 is two cells. Speaker's notes and other signs stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pptx2md==2.0.6 python-pptx==1.0.2 pillow==13.0.0
cat > make.py <<'PY'
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
show = Presentation()
slide = show.slides.add_slide(show.slide_layouts[5])
slide.shapes.title.text = "Boxes fell by −158"
Image.new("RGB", (9, 9)).save("p.png")
slide.shapes.add_picture("p.png", 0, 0)._element.nvPicPr.cNvPr.set("descr", "Boxes rose to 550")
frame = slide.shapes.add_textbox(0, Inches(2), Inches(3), Inches(1)).text_frame
def add(paragraph, words, **marks):
    run = paragraph.add_run()
    run.text = words
    for key, value in marks.items():
        run.font._element.set(key, value)
add(frame.paragraphs[0], "1,234")
add(frame.paragraphs[0], "1", baseline="30000")
add(frame.paragraphs[0], " and <5")
second = frame.add_paragraph()
add(second, "550", strike="sngStrike")
add(second, " 560")
data = CategoryChartData()
data.categories = ["2017", "2018"]
data.add_series("Crates", (60, 70))
slide.shapes.add_chart(XL_CHART_TYPE.LINE, 0, Inches(3), Inches(3), Inches(2), data)
table = slide.shapes.add_table(2, 2, 0, Inches(5), Inches(3), Inches(1)).table
for place, words in zip([(0, 0), (0, 1), (1, 0), (1, 1)], ["Year", "Boxes", "2018", "5|6"]):
    table.cell(*place).text = words
slide.notes_slide.notes_text_frame.text = "Source: Office"
show.save("t.pptx")
PY
v/bin/python make.py
v/bin/pptx2md t.pptx -o t.md > log 2>&1
grep -v '^$' t.md > seen
echo "words of the log on charts and texts: $(grep -ciE 'chart|alt' log || true)" >> seen
cat > expected <<'TXT'
![](img/t_0.png)
# Boxes fell by −158
1\,2341 and <5
550 560
| Year | Boxes |
| :-: | :-: |
| 2018 | 5|6 |
---
Source: Office
words of the log on charts and texts: 0
TXT
diff expected seen
