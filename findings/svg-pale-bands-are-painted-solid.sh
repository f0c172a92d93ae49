#!/usr/bin/env bash
# CairoSVG 2.9.1, WeasyPrint 70.0, svglib 2.3.2, PyMuPDF 2.0 and resvg (resvg-py 0.5.0) (PyPI), which paint an SVG; to compare,
# Chromium paints all of these alike.
# Guess: a band of uncertainty is as pale as its colour says, by eight digits, by rgba(), by "rgb(... / 50%)" or by
# fill-opacity; what a program does not know is an error.
# Seen: #d5000080 is solid red in CairoSVG and PyMuPDF, "rgb(213 0 0 / 50%)" solid black in resvg and red in PyMuPDF, rgba()
# black in PyMuPDF, fill-opacity="50%" solid in svglib and PyMuPDF: the line below the band is gone. hsl() is taken for black by
# CairoSVG and PyMuPDF. CairoSVG alone has errors, for two of them. Six digits and fill-opacity=".5" are alike in all.
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
shades = {(234, 127): "pale", (213, 0): "solid", (0, 0): "black", (128, 128): "grey"}
for colour in ['#d50000" fill-opacity=".5', '#d5000080', 'rgba(213,0,0,.5)', 'rgb(213 0 0 / 50%)', 'hsl(0,100%,42%)" fill-opacity=".5', '#d50000" fill-opacity="50%']:
    seen = []
    for name in painters:
        try:
            red, green, _ = picture(name, f'<rect x="10" y="10" width="50" height="50" fill="{colour}"/>').getpixel((30, 30))
            seen.append(name + " " + next(word for (r, g), word in shades.items() if abs(r - red) < 4 and abs(g - green) < 4))
        except ValueError:
            seen.append(name + " error")
    print(colour, "|", *seen)
PY
v/bin/python try.py > seen 2> log
cat > expected <<'TXT'
#d50000" fill-opacity=".5 | resvg pale CairoSVG pale WeasyPrint pale svglib pale PyMuPDF pale
#d5000080 | resvg pale CairoSVG solid WeasyPrint pale svglib pale PyMuPDF solid
rgba(213,0,0,.5) | resvg pale CairoSVG pale WeasyPrint pale svglib pale PyMuPDF black
rgb(213 0 0 / 50%) | resvg black CairoSVG error WeasyPrint pale svglib pale PyMuPDF solid
hsl(0,100%,42%)" fill-opacity=".5 | resvg pale CairoSVG black WeasyPrint pale svglib pale PyMuPDF grey
#d50000" fill-opacity="50% | resvg pale CairoSVG error WeasyPrint pale svglib solid PyMuPDF solid
TXT
diff expected seen
