#!/usr/bin/env bash
# CairoSVG 2.9.1 and WeasyPrint 70.0 (PyPI).
# Guess: a label with a white outline painted first (paint-order="stroke"), the usual halo of charts and maps, is
# readable in every program that draws SVG; at worst the halo is missing.
# Seen: both paint the outline last, whatever paint-order says, so that the white eats the letters: of a label of
# 12 px with a halo of 3 px no dark pixel is left, in PNG and in PDF. The words are still there for who copies them.
# Two texts, the outline below and the letters above it, are readable in both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check cairosvg==2.9.1 weasyprint==70.0 pypdfium2==5.12.1 pillow
cat > try.py <<'PY'
import io
import cairosvg, pypdfium2, weasyprint
from PIL import Image
head = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" font-family="sans-serif" font-size="12">'
halo = ' stroke="#ffffff" stroke-width="3"'
labels = {
    'plain': '<text x="10" y="25">96,340</text>',
    'paint-order': f'<text x="10" y="25"{halo} paint-order="stroke">96,340</text>',
    'two texts': f'<text x="10" y="25"{halo} fill="none">96,340</text><text x="10" y="25">96,340</text>',
}
def dark(picture):
    return sum(picture.convert('L').histogram()[:100]) > 20
for name, text in labels.items():
    svg = head + text + '</svg>'
    png = Image.open(io.BytesIO(cairosvg.svg2png(bytestring=svg.encode(), scale=2, background_color='white')))
    pdf = weasyprint.HTML(string='<style>@page {size: 120px 40px; margin: 0} body {margin: 0} svg {display: block}</style>' + svg).write_pdf()
    page = pypdfium2.PdfDocument(pdf)[0]
    print(name, 'cairosvg', dark(png), 'weasyprint', dark(page.render(scale=2).to_pil()), page.get_textpage().get_text_range().split()[0])
PY
cat > expected <<'TXT'
plain cairosvg True weasyprint True 96,340
paint-order cairosvg False weasyprint False 96,340
two texts cairosvg True weasyprint True 96,340
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
