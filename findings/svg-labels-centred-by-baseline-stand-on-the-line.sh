#!/usr/bin/env bash
# CairoSVG 2.9.1, WeasyPrint 70.0, svglib 2.3.2, PyMuPDF 2.0, resvg (resvg-py 0.5.0) (PyPI) and librsvg 2.54.7 (Debian 12:
# librsvg2-bin 2.54.7+dfsg-1~deb12u1), which paint an SVG.
# Guess: a value beside its bar stands at the height of the bar's middle where dominant-baseline says "central", as in
# browsers, and where dy="0.35em" says so.
# Seen: svglib, PyMuPDF and librsvg pass dominant-baseline over, without a word: the label stands 7 pixels too high, half a
# row, so that between two bars it may be taken for that of the other. "hanging" is 2 to 4 pixels too low in WeasyPrint
# and CairoSVG. With dy in em all agree.
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
import subprocess
painters["librsvg"] = lambda svg: subprocess.run(["rsvg-convert"], input=svg.encode(), capture_output=True).stdout
for place in ['', 'dominant-baseline="central"', 'dominant-baseline="hanging"', 'dy="0.35em"']:
    middles = []
    for name in painters:
        _, top, _, foot = ink(picture(name, f'<text x="100" y="50" font-size="20" {place}>HHH</text>'))
        middles.append(f"{name} {round(((top + foot) / 2 - 50) / 7)}")
    print(place or "plain", "| middle below y, in half letters:", *middles)
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
plain | middle below y, in half letters: resvg -1 CairoSVG -1 WeasyPrint -1 svglib -1 PyMuPDF -1 librsvg -1
dominant-baseline="central" | middle below y, in half letters: resvg 0 CairoSVG 0 WeasyPrint 0 svglib -1 PyMuPDF -1 librsvg -1
dominant-baseline="hanging" | middle below y, in half letters: resvg 1 CairoSVG 2 WeasyPrint 1 svglib -1 PyMuPDF -1 librsvg -1
dy="0.35em" | middle below y, in half letters: resvg 0 CairoSVG 0 WeasyPrint 0 svglib 0 PyMuPDF 0 librsvg 0
TXT
diff expected seen
