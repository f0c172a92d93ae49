#!/usr/bin/env bash
# python-pptx 1.0.2, XlsxWriter 3.3.1, to compare python-docx 1.2.0 (PyPI).
# Guess: a picture put on a slide or a sheet without an alternative text has none, as in python-docx, so that a
# checker reports it.
# Seen: it has the name of the file, "boxes-v2-final.png", which is read out in the place of the chart; a picture that
# comes from memory has "image.png" on a slide. A search for pictures without a text
# finds none of them. A chart of python-pptx has no text at all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check python-pptx==1.0.2 XlsxWriter==3.3.1 python-docx==1.2.0 pillow==13.0.0
cat > try.py <<'PY'
import io, re, zipfile
import docx, pptx, xlsxwriter
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
name = "boxes-v2-final.png"
Image.new("RGB", (4, 4)).save(name)
memory = io.BytesIO()
Image.new("RGB", (5, 5)).save(memory, "PNG")
deck = pptx.Presentation()
shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
data = CategoryChartData()
data.categories = ["2018/19"]
data.add_series("boxes", [550])
for what, shape in [
    ("slide, file", shapes.add_picture(name, 0, 0)),
    ("slide, memory", shapes.add_picture(memory, 0, 0)),
    ("slide, chart", shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 9, 9, data)),
]:
    print(what, "|", shape._element.xpath(".//p:cNvPr")[0].get("descr"))
book = xlsxwriter.Workbook("t.xlsx")
book.add_worksheet().insert_image("A1", name)
book.close()
drawing = zipfile.ZipFile("t.xlsx").read("xl/drawings/drawing1.xml").decode()
print("sheet, file |", *re.findall('descr="(.*?)"', drawing))
print("document, file |", docx.Document().add_picture(name)._inline.docPr.get("descr"))
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
slide, file | boxes-v2-final.png
slide, memory | image.png
slide, chart | None
sheet, file | boxes-v2-final.png
document, file | None
TXT
diff expected seen
