#!/usr/bin/env bash
# ThorVG 1.0.4 (thorvg-python 1.1.3, PyPI), a painter of SVG for small devices, with DejaVu Sans (dejavu-fonts-ttf 2.37.3, npm).
# Guess: a chart with labels is painted as by browsers, but for rare features; what it hides is hidden.
# Seen: every label begins at its point: text-anchor does nothing, nor do the places and raised marks of tspan, bold
# and text-decoration; &lt; is four letters, and words in a <title> within a text are painted as if they belonged to it. A
# hatched bar and the ends of arrows are not there; what is hidden by visibility, or clipped by an empty clip path, is painted.
# Of a <switch> both languages are painted, rgba() is black, fills by "g .a" or var() are black.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dejavu-fonts-ttf@2.37.3
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check thorvg-python==1.1.3 pillow==12.0.0
cat > try.py <<'PY'
import thorvg_python as tvg
engine = tvg.Engine()
print(tvg.Text(engine).font_load('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf').name, engine.version()[-1])
def paint(body):
    svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120" viewBox="0 0 200 120" font-family="DejaVu Sans" font-size="20">'
           f'<rect width="200" height="120" fill="#fff"/>{body}</svg>')
    canvas, picture = tvg.SwCanvas(engine), tvg.Picture(engine)
    canvas.set_target(200, 120)
    picture.load_data(svg.encode(), 'svg', None, True)
    canvas.add(picture)
    canvas.update()
    canvas.draw(True)
    canvas.sync()
    return canvas.get_pillow().tobytes()
def text(words, more=''):
    return f'<text x="90" y="40"{more}>{words}</text>'
def bar(more=''):
    return f'<rect x="10" y="10" width="60" height="40"{more}/>'
for what, one, other in [
    ('text', text('1,234'), ''),
    ('text-anchor', text('1,234', ' text-anchor="middle"'), text('1,234')),
    ('bold', text('1,234', ' font-weight="bold"'), text('1,234')),
    ('line through', text('1,234', ' text-decoration="line-through"'), text('1,234')),
    ('raised mark', text('1,234<tspan dy="-8">1</tspan>'), text('1,234<tspan>1</tspan>')),
    ('second line', text('2018<tspan x="90" y="80">550</tspan>'), text('2018<tspan>550</tspan>')),
    ('dashes', '<path d="M10 60H90" stroke="#000" stroke-dasharray="8 8"/>', '<path d="M10 60H90" stroke="#000"/>'),
    ('hatched bar', '<defs><pattern id="h" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="4" height="8"/></pattern></defs>' + bar(' fill="url(#h)"'), ''),
    ('arrow', '<defs><marker id="m" markerWidth="8" markerHeight="8" refX="4" refY="4"><circle cx="4" cy="4" r="4"/></marker></defs>'
     '<path d="M10 60H90" stroke="#000" marker-end="url(#m)"/>', '<path d="M10 60H90" stroke="#000"/>'),
    ('rgba', bar(' fill="rgba(255,0,0,.5)"'), bar()),
    ('g .a', '<style>g .a{fill:#f00}</style><g>' + bar(' class="a"') + '</g>', bar()),
    ('var()', '<style>svg{--c:#f00} .a{fill:var(--c)}</style>' + bar(' class="a"'), bar()),
]:
    print(what, '| makes a difference:', paint(one) != paint(other))
for what, one, other in [
    ('display', bar(' display="none"'), ''),
    ('visibility', bar(' visibility="hidden"'), ''),
    ('empty clip path', '<clipPath id="c"/>' + bar(' clip-path="url(#c)"'), ''),
    ('sign', text('&lt;5'), text('<![CDATA[<5]]>')),
    ('title', text('1,234<title>Boxes</title>'), text('1,234')),
    ('switch', '<switch>' + text('Kisten', ' systemLanguage="de"') + text('Boxes') + '</switch>', text('Boxes')),
]:
    print(what, '| as it should be:', paint(one) == paint(other))
PY
cat > expected <<'TXT'
SUCCESS 1.0.4
text | makes a difference: True
text-anchor | makes a difference: False
bold | makes a difference: False
line through | makes a difference: False
raised mark | makes a difference: False
second line | makes a difference: False
dashes | makes a difference: True
hatched bar | makes a difference: False
arrow | makes a difference: False
rgba | makes a difference: False
g .a | makes a difference: False
var() | makes a difference: False
display | as it should be: True
visibility | as it should be: False
empty clip path | as it should be: False
sign | as it should be: False
title | as it should be: False
switch | as it should be: False
TXT
v/bin/python try.py > seen 2> log
diff expected seen
