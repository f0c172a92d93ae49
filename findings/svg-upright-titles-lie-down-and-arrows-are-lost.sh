#!/usr/bin/env bash
# CairoSVG 2.9.1, WeasyPrint 70.0, svglib 2.3.2, PyMuPDF 2.0 and resvg (resvg-py 0.5.0) (PyPI), which paint an SVG; to compare,
# Chromium paints all of these.
# Guess: the title of an axis that writing-mode sets upright is upright; an open end, "at least 550", has the arrow head
# that marker-end puts at its line, in the colour of the line; letters put at places of their own stand there.
# Seen: all but resvg set the title level, across the chart. svglib and PyMuPDF leave arrow heads out, so that a bound looks
# like a figure, and in CairoSVG one of the line's colour (context-stroke) is black. textLength is passed over by CairoSVG,
# svglib and PyMuPDF. A title turned by rotate is upright in all.
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
def title(how):
    def way(name):
        left, top, right, foot = ink(picture(name, f'<text font-size="20" {how}>HHHH</text>'))
        return "upright" if foot - top > right - left else "level"
    return way
def arrow(fill):
    def head(name):
        image = picture(name, f'<marker id="m" markerWidth="10" markerHeight="10" refX="5" refY="5" orient="auto"><path d="M0 0L10 5L0 10z" fill="{fill}"/></marker><path d="M50 50h50" stroke="#d50000" stroke-width="2" marker-end="url(#m)"/>')
        red, green, _ = image.getpixel((96, 55))
        return "none" if green > 200 else "red" if red > 200 else "black"
    return head
def long(name):
    left, _, right, _ = ink(picture(name, '<text x="10" y="50" textLength="150" font-size="20">HHHH</text>'))
    return "stretched" if right - left > 120 else "not"
cases = {"rotate": title('transform="translate(100,20) rotate(90)"'), "writing-mode": title('x="100" y="20" writing-mode="tb"'), "arrow, red": arrow("#d50000"), "arrow, context-stroke": arrow("context-stroke"), "textLength": long}
for what, look in cases.items():
    print(what, "|", "; ".join(f"{name} {look(name)}" for name in painters))
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
rotate | resvg upright; CairoSVG upright; WeasyPrint upright; svglib upright; PyMuPDF upright
writing-mode | resvg upright; CairoSVG level; WeasyPrint level; svglib level; PyMuPDF level
arrow, red | resvg red; CairoSVG red; WeasyPrint red; svglib none; PyMuPDF none
arrow, context-stroke | resvg red; CairoSVG black; WeasyPrint red; svglib none; PyMuPDF none
textLength | resvg stretched; CairoSVG not; WeasyPrint stretched; svglib not; PyMuPDF not
TXT
diff expected seen
