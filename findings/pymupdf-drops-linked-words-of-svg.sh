#!/usr/bin/env bash
# PyMuPDF 2.0.0 (PyPI).
# Guess: an SVG turned into PDF or PNG by PyMuPDF keeps its words, dashes and hatches; links may be lost.
# Seen: words inside a link are gone altogether, from the picture and from the text; dashed lines are solid, and
# a hatched bar is black: what a chart says by dashes (provisional) or hatching is said no longer.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pymupdf==2.0.0
cat > try.py <<'PY'
import pymupdf
def page(body):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60" font-family="sans-serif" font-size="12">{body}</svg>'
    return pymupdf.open('pdf', pymupdf.open('svg', svg.encode()).convert_to_pdf())[0]
def dark(page):
    samples = page.get_pixmap(dpi=144, colorspace=pymupdf.csGRAY).samples
    return sum(value < 100 for value in samples)
words = page('<text x="5" y="20">Visits</text><a href="https://example.org/"><text x="5" y="50">Library office</text></a>')
print(words.get_text().split(), words.get_links())
line = '<line x1="5" y1="30" x2="115" y2="30" stroke="#000" stroke-width="2"{}/>'
print('dashes', dark(page(line.format(' stroke-dasharray="5 5"'))) < dark(page(line.format(''))))
hatch = '<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="#000"/></pattern></defs>'
bar = '<rect x="5" y="5" width="60" height="50" fill="{}"/>'
print('hatching', dark(page(hatch + bar.format('url(#h)'))) < dark(page(bar.format('#000'))))
PY
cat > expected <<'TXT'
['Visits'] []
dashes False
hatching False
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
