#!/usr/bin/env bash
# svglib 2.3.2 with reportlab 5.1.0 (PyPI).
# Guess: what svglib cannot draw it draws plainly: a hatched bar in one colour, a pale band pale.
# Seen: a hatched bar (fill of a pattern) is not there at all, even where a colour stands beside the pattern
# for that case; opacity of a group is ignored, so that a band of 30% is as black as the line in it; a symbol
# keeps the size of its viewBox, markers are not drawn, a mask masks nothing. fill-opacity, dashes and
# clippings are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check svglib==2.3.2 reportlab==5.1.0 pypdfium2==5.12.1 pillow
cat > try.py <<'PY'
import io
import pypdfium2
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg
bar = '<rect width="60" height="60" {}/>'
hatch = '<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="3" height="6"/></pattern></defs>'
for name, body in {
    "plain bar": bar.format(""),
    "hatched bar": hatch + bar.format('fill="url(#h)"'),
    "hatched bar or black": bar.format('fill="url(#none) #000"'),
    "group of opacity 0.3": f'<g opacity="0.3">{bar.format("")}</g>',
    "fill-opacity 0.3": bar.format('fill-opacity="0.3"'),
    "dashed line": '<path d="M0 30H120" stroke="#000" stroke-width="30" stroke-dasharray="10 10"/>',
    "symbol of half the width": '<defs><symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol></defs><use href="#s" width="60" height="60"/>',
    "dot at the end of a line": '<defs><marker id="m" markerWidth="40" markerHeight="40" refX="20" refY="20" markerUnits="userSpaceOnUse"><rect width="40" height="40"/></marker></defs><path d="M60 30H61" stroke="#000" marker-end="url(#m)"/>',
    "bar masked to a third": '<defs><mask id="k"><rect width="20" height="60" fill="#fff"/></mask></defs>' + bar.format('mask="url(#k)"'),
    "bar clipped to a third": '<defs><clipPath id="k"><rect width="20" height="60"/></clipPath></defs>' + bar.format('clip-path="url(#k)"'),
}.items():
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">{body}</svg>'
    pdf = renderPDF.drawToString(svg2rlg(io.StringIO(svg)))
    picture = pypdfium2.PdfDocument(pdf)[0].render().to_pil().convert("L")
    print(name, "| percent dark:", round(sum(picture.histogram()[:100]) * 100 / (picture.width * picture.height)))
PY
cat > expected <<'TXT'
plain bar | percent dark: 50
hatched bar | percent dark: 0
hatched bar or black | percent dark: 0
group of opacity 0.3 | percent dark: 50
fill-opacity 0.3 | percent dark: 0
dashed line | percent dark: 24
symbol of half the width | percent dark: 2
dot at the end of a line | percent dark: 0
bar masked to a third | percent dark: 50
bar clipped to a third | percent dark: 17
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
