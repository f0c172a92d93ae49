#!/usr/bin/env bash
# CairoSVG 2.9.1, WeasyPrint 70.0, svglib 2.3.2, PyMuPDF 2.0 and resvg (resvg-py 0.5.0) (PyPI), which paint an SVG; to compare,
# Chromium paints all of these.
# Guess: where a style sheet sets colours it may set the radius of dots, the sizes of bars and where they stand, as SVG 2 has
# it; a line that is said not to grow with the chart does not.
# Seen: dots with r and bars with width and height in CSS are not there in resvg, svglib and PyMuPDF, without a word; a bar
# moved by a transform in CSS stands in the corner. vector-effect="non-scaling-stroke" does nothing in any of the five: a
# line in a group ten times as large is ten times as thick. As attributes, and without a group that scales, all is alike.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check CairoSVG==2.9.1 WeasyPrint==70.0 svglib==2.3.2 reportlab==5.1.0 PyMuPDF==2.0 resvg-py==0.5.0 pillow==13.0.0
cat > try.py <<'PY'
import io
import cairosvg, pymupdf, resvg_py, weasyprint
from PIL import Image
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg
def page(pdf): return pymupdf.open("pdf", pdf)[0].get_pixmap(dpi=96).tobytes()
def of_page(svg):
    open("t.svg", "w").write(svg)
    style = "<style>@page{size:200px 100px;margin:0}body{margin:0}img{display:block}</style>"
    return page(weasyprint.HTML(string=style + "<img src=t.svg>", base_url=".").write_pdf())
painters = {
    "resvg": lambda svg: bytes(resvg_py.svg_to_bytes(svg_string=svg)),
    "CairoSVG": lambda svg: cairosvg.svg2png(bytestring=svg.encode()),
    "WeasyPrint": of_page,
    "svglib": lambda svg: page(renderPDF.drawToString(svg2rlg(io.BytesIO(svg.encode())))),
    "PyMuPDF": lambda svg: pymupdf.open("svg", svg.encode())[0].get_pixmap().tobytes(),
}
def picture(painter, marks):
    svg = f"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"><rect width="200" height="100" fill="#ffffff"/>{marks}</svg>"""
    return Image.open(io.BytesIO(painters[painter](svg))).convert("RGB")
def ink(image):
    return image.convert("L").point(lambda light: 255 if light < 200 else 0).getbbox()
marks = {
    "dot, attribute": '<circle cx="100" cy="50" r="20"/>',
    "dot, CSS": '<style>circle{r:20px}</style><circle cx="100" cy="50"/>',
    "bar, CSS": '<rect x="10" y="10" style="width:30px;height:40px"/>',
    "moved by attribute": '<rect width="30" height="40" transform="translate(50,20)"/>',
    "moved by CSS": '<rect width="30" height="40" style="transform:translate(50px,20px)"/>',
    "line": '<g transform="scale(10)"><path d="M1 5h18" stroke="#000" vector-effect="non-scaling-stroke"/></g>',
}
for what, mark in marks.items():
    print(what, "|", "; ".join(f"{name} {ink(picture(name, mark))}" for name in painters))
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
dot, attribute | resvg (80, 30, 120, 70); CairoSVG (80, 30, 120, 70); WeasyPrint (80, 30, 120, 70); svglib (80, 30, 120, 70); PyMuPDF (80, 30, 120, 70)
dot, CSS | resvg None; CairoSVG (80, 30, 120, 70); WeasyPrint (80, 30, 120, 70); svglib None; PyMuPDF None
bar, CSS | resvg None; CairoSVG (10, 10, 40, 50); WeasyPrint (10, 10, 40, 50); svglib None; PyMuPDF None
moved by attribute | resvg (50, 20, 80, 60); CairoSVG (50, 20, 80, 60); WeasyPrint (50, 20, 80, 60); svglib (50, 20, 80, 60); PyMuPDF (50, 20, 80, 60)
moved by CSS | resvg (0, 0, 30, 40); CairoSVG (50, 20, 80, 60); WeasyPrint (50, 20, 80, 60); svglib (0, 0, 30, 40); PyMuPDF (0, 0, 30, 40)
line | resvg (10, 45, 190, 55); CairoSVG (10, 45, 190, 55); WeasyPrint (10, 45, 190, 55); svglib (10, 45, 190, 55); PyMuPDF (10, 45, 190, 55)
TXT
diff expected seen
