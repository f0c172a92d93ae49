#!/usr/bin/env bash
# resvg 0.48.1 by way of resvg_py 0.5.0, CairoSVG 2.9.1, WeasyPrint 70.0, svglib 2.3.2 (PyPI).
# Guess: keywords of CSS may be written in capitals and with spaces around them, also in attributes of an SVG;
# what a browser hides is hidden.
# Seen: display="NONE", style="DISPLAY:NONE" and visibility="Hidden" are painted by all four, which Chromium
# 156 hides, and display=" none " by three. svglib also paints what has `display:none !important` or an
# opacity of 0, and opacity="0%" ends in a ValueError in CairoSVG. In small letters without spaces, display
# and visibility hide in all four.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check resvg_py==0.5.0 cairosvg==2.9.1 weasyprint==70.0 svglib==2.3.2 reportlab==5.1.0 pypdfium2==5.12.1 pillow
cat > try.py <<'PY'
import io
import cairosvg, pypdfium2, resvg_py, weasyprint
from PIL import Image
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg
def page(pdf):
    return pypdfium2.PdfDocument(pdf)[0].render().to_pil()
ways = {
    "resvg": lambda svg: Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))),
    "CairoSVG": lambda svg: Image.open(io.BytesIO(cairosvg.svg2png(bytestring=svg.encode()))),
    "WeasyPrint": lambda svg: page(weasyprint.HTML(string="<style>body {margin: 0} svg {display: block}</style>" + svg).write_pdf()),
    "svglib": lambda svg: page(renderPDF.drawToString(svg2rlg(io.StringIO(svg)))),
}
for hidden in ['', 'display="none"', 'style="display:none"', 'visibility="hidden"', 'opacity="0"', 'display="NONE"', 'display=" none "', 'style="DISPLAY:NONE"', 'style="display:none !important"', 'visibility="Hidden"', 'opacity="0%"']:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60"><rect width="120" height="60" fill="#fff"/><g {hidden}><rect width="50" height="50"/></g></svg>'
    seen = []
    for name, draw in ways.items():
        try:
            seen.append("painted" if sum(draw(svg).convert("L").histogram()[:100]) > 99 else "hidden")
        except ValueError:
            seen.append("ValueError")
    print(hidden, "|", *seen)
PY
cat > expected <<'TXT'
 | painted painted painted painted
display="none" | hidden hidden hidden hidden
style="display:none" | hidden hidden hidden hidden
visibility="hidden" | hidden hidden hidden hidden
opacity="0" | hidden hidden hidden painted
display="NONE" | painted painted painted painted
display=" none " | painted painted painted hidden
style="DISPLAY:NONE" | painted painted painted painted
style="display:none !important" | hidden hidden hidden painted
visibility="Hidden" | painted painted painted painted
opacity="0%" | hidden ValueError hidden painted
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
