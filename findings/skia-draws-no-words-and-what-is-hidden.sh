#!/usr/bin/env bash
# skia-python 144.1 with Pillow 13.0.0 and numpy 2.4.6 (PyPI), which draws SVG with Skia's SVGDOM.
# Guess: words of a chart are drawn, as Skia draws them otherwise, and classes, <use href> and markers as SVG has them; what
# it does not know is reported.
# Seen: no text is drawn at all, so that a chart has neither axis nor title, and no error is raised. Style sheets are
# passed over: a bar that a class hides is painted, and one that a class colours is black. <use href="#a">, without xlink:,
# is not drawn, nor are markers and <switch>. Dashes, clippings and display="none" are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check --no-compile skia-python==144.1 pillow==13.0.0 numpy==2.4.6
cat > try.py <<'PY'
import skia
bar = '<rect width="20" height="20" {}/>'
for name, marks in {
    "text": '<text x="10" y="30" font-size="20">850</text>',
    "class that hides": "<style>.h{display:none}</style>" + bar.format('class="h"'),
    "class of red": "<style>.r{fill:red}</style>" + bar.format('class="r"'),
    "display none": bar.format('display="none"'),
    "use href": '<defs><rect id="a" width="20" height="20"/></defs><use href="#a"/>',
    "use xlink:href": '<defs><rect id="a" width="20" height="20"/></defs><use xlink:href="#a"/>',
    "switch": "<switch>" + bar.format("") + "</switch>",
    "marker": '<marker id="m" markerWidth="6" markerHeight="6" refX="3" refY="3" markerUnits="userSpaceOnUse"><circle cx="3" cy="3" r="3"/></marker><path d="M10 20H50" fill="none" marker-end="url(#m)"/>',
    "clipped": '<clipPath id="c"><rect width="10" height="10"/></clipPath>' + bar.format('clip-path="url(#c)"'),
    "dashes": '<path d="M0 10.5H120" stroke="#000" stroke-dasharray="6 6"/>',
}.items():
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="40" viewBox="0 0 120 40">{marks}</svg>'
    surface = skia.Surface(120, 40)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    picture = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode()))
    picture.setContainerSize(skia.Size(120, 40))
    picture.render(canvas)
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].reshape(-1, 3)
    dark = [tuple(int(part) for part in pixel) for pixel in pixels if min(pixel) < 128]
    print(name, "|", len(dark), "pixels", "|", *sorted(set(dark))[:1])
PY
cat > expected <<'TXT'
text | 0 pixels |
class that hides | 400 pixels | (0, 0, 0)
class of red | 400 pixels | (0, 0, 0)
display none | 0 pixels |
use href | 0 pixels |
use xlink:href | 400 pixels | (0, 0, 0)
switch | 0 pixels |
marker | 0 pixels |
clipped | 100 pixels | (0, 0, 0)
dashes | 60 pixels | (0, 0, 0)
TXT
v/bin/python try.py > seen 2> log
diff expected seen
