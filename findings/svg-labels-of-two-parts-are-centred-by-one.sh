#!/usr/bin/env bash
# CairoSVG 2.9.1, WeasyPrint 70.0, svglib 2.3.2, PyMuPDF 2.0 and resvg (resvg-py 0.5.0) (PyPI), which paint an SVG.
# Guess: a label of two parts, a figure and behind it a flag of another weight or colour, is centred or ends as a whole
# where text-anchor says so, as in browsers.
# Seen: in CairoSVG and svglib each part is placed by itself: the first is centred (or ends) as it should be, the second
# stands behind it, so that the whole is shifted by half of it or more, 28 pixels of 56 beyond the edge it should end
# at. In PyMuPDF parts lie upon each other. A label of one part is right in all.
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
for anchor in ["middle", "end"]:
    for what, words in {"one part": "HHHH", "two parts": 'HH<tspan fill="#333">HH</tspan>'}.items():
        seen = []
        for name in painters:
            left, _, right, _ = ink(picture(name, f'<text x="100" y="50" font-size="20" text-anchor="{anchor}">{words}</text>'))
            seen.append(f"{name} {round((left - 100) / 7)} to {round((right - 100) / 7)}")
        print(anchor, "|", what, "| from and to, in halves of a letter:", "; ".join(seen))
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
middle | one part | from and to, in halves of a letter: resvg -4 to 4; CairoSVG -4 to 4; WeasyPrint -4 to 4; svglib -4 to 4; PyMuPDF -4 to 4
middle | two parts | from and to, in halves of a letter: resvg -4 to 4; CairoSVG -2 to 6; WeasyPrint -4 to 4; svglib -2 to 6; PyMuPDF -2 to 4
end | one part | from and to, in halves of a letter: resvg -8 to 0; CairoSVG -8 to 0; WeasyPrint -8 to 0; svglib -8 to 0; PyMuPDF -8 to 0
end | two parts | from and to, in halves of a letter: resvg -8 to 0; CairoSVG -4 to 4; WeasyPrint -8 to 0; svglib -4 to 4; PyMuPDF -4 to 0
TXT
diff expected seen
