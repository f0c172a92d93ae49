#!/usr/bin/env bash
# PySide6-Essentials 6.12.0 (PyPI), QtSvg, by which programs of Qt and KDE show SVG.
# Guess: lines of a text that are each a <tspan> with its own x and dy are drawn in their places, clippings clip, a colour
# rgba() is as pale as it says; what Qt does not know is drawn plainly.
# Seen: such a text stands at the corner of the picture, above its edge, so that it is not to be seen: the place of a
# <tspan> is not read. With x and y on the <text> its lines stand one behind the other, 8502018. A clipping does nothing:
# bars that end at the axis run beyond it. rgba(255,0,0,.5) is black, an SVG within the SVG is left out, and dx puts no
# space between words. display="none" and fill-opacity are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check --no-compile PySide6-Essentials==6.12.0
cat > try.py <<'PY'
import sys
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
app = QGuiApplication(sys.argv)
def draw(marks):
    picture = QSvgRenderer(QByteArray(f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">{marks}</svg>'.encode()))
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    picture.render(painter)
    painter.end()
    return [(x, y) for x in range(120) for y in range(40) if image.pixelColor(x, y).lightness() < 250], image
def tell(name, marks):
    ink, image = draw(marks)
    print(name, "|", "nothing" if not ink else f"{len({x for x, _ in ink})} wide, {len({y for _, y in ink})} high", "|", image.pixelColor(5, 5).name())
bar = '<rect width="20" height="20" {}/>'
tell("bar", bar.format(""))
tell("clipped to 10 by 10", '<clipPath id="c"><rect width="10" height="10"/></clipPath>' + bar.format('clip-path="url(#c)"'))
tell("rgba", bar.format('fill="rgba(255,0,0,.5)"'))
tell("fill-opacity", bar.format('fill="#f00" fill-opacity=".5"'))
tell("svg within", '<svg width="20" height="20">' + bar.format("") + "</svg>")
tell("display none", bar.format('display="none"'))
lines = '<tspan x="10" y="15">850</tspan><tspan x="10" dy="18">2018</tspan>'
same = lambda a, b: "the same" if draw(a)[0] == draw(b)[0] else "other"
print("lines of a text and one behind the other at the corner |", same(f'<text font-size="12">{lines}</text>', '<text x="0" y="0" font-size="12">8502018</text>'))
print("x and y on the text, lines and one behind the other |", same(f'<text x="10" y="15" font-size="12">{lines}</text>', '<text x="10" y="15" font-size="12">8502018</text>'))
print("dx and none |", same('<text x="10" y="15" font-size="12">850<tspan dx="20">2018</tspan></text>', '<text x="10" y="15" font-size="12">8502018</text>'))
PY
cat > expected <<'TXT'
bar | 20 wide, 20 high | #000000
clipped to 10 by 10 | 20 wide, 20 high | #000000
rgba | 20 wide, 20 high | #000000
fill-opacity | 20 wide, 20 high | #ff8080
svg within | nothing | #ffffff
display none | nothing | #ffffff
lines of a text and one behind the other at the corner | the same
x and y on the text, lines and one behind the other | the same
dx and none | the same
TXT
QT_QPA_PLATFORM=offscreen v/bin/python try.py > seen 2> log
diff expected seen
