#!/usr/bin/env bash
# fpdf2 2.8.9 (PyPI).
# Guess: parts of an SVG that are hidden stay hidden in the PDF; what fpdf2 cannot draw it draws plainly.
# Seen: display="none" and visibility="hidden" are painted, as attributes and in style; currentColor is black
# whatever the colour; a hatched bar and an SVG within the SVG are not there; 50% of a width of 120 is 50; a
# colour written rgba() or hsl() ends in a ValueError.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.9 pypdfium2==5.12.1 pillow
cat > try.py <<'PY'
import io
import fpdf, pypdfium2
bar, white = '<rect width="60" height="60" {}/>', 'fill="currentColor"'
for name, body in {
    "plain bar": bar.format(""),
    "display none": bar.format('display="none"'),
    "display none in style": bar.format('style="display:none"'),
    "visibility hidden": bar.format('visibility="hidden"'),
    "opacity 0": bar.format('opacity="0"'),
    "white by currentColor": f'<g color="#fff">{bar.format(white)}</g>',
    "hatched bar": '<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6"/></pattern></defs>' + bar.format('fill="url(#h)"'),
    "SVG within": f'<svg width="60" height="60" viewBox="0 0 60 60">{bar.format("")}</svg>',
    "half the width": '<rect width="50%" height="60"/>',
    "rgba": bar.format('fill="rgba(0,0,0,1)"'),
    "hsl": bar.format('fill="hsl(0,0%,0%)"'),
}.items():
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">{body}</svg>'
    file = fpdf.FPDF(unit="pt", format=(120, 60))
    file.add_page()
    try:
        file.image(io.BytesIO(svg.encode()), x=0, y=0, w=120, h=60)
    except ValueError as error:
        print(name, "| ValueError")
        continue
    picture = pypdfium2.PdfDocument(bytes(file.output()))[0].render().to_pil().convert("L")
    print(name, "| percent dark:", round(sum(picture.histogram()[:100]) * 100 / (picture.width * picture.height)))
PY
cat > expected <<'TXT'
plain bar | percent dark: 50
display none | percent dark: 50
display none in style | percent dark: 50
visibility hidden | percent dark: 50
opacity 0 | percent dark: 0
white by currentColor | percent dark: 50
hatched bar | percent dark: 0
SVG within | percent dark: 0
half the width | percent dark: 42
rgba | ValueError
hsl | ValueError
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
