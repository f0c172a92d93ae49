#!/usr/bin/env bash
# CairoSVG 2.9.1, WeasyPrint 70.0 and PyMuPDF 2.0.0 (PyPI).
# Guess: a mark raised with baseline-shift="super", as SVG says it, is raised by programs that set text in SVG.
# Seen: all three leave it on the line: the picture is the same with the attribute as without it, so that
# "1,234" with a raised small 1 stands as 1,2341. A mark raised by dy is raised in all three.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check cairosvg==2.9.1 weasyprint==70.0 pymupdf==2.0.0
cat > try.py <<'PY'
import cairosvg, pymupdf, weasyprint
def svg(how):
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" font-family="sans-serif" font-size="14">'
            f'<text x="10" y="25">1,234<tspan font-size="9" {how}>1</tspan></text></svg>')
def by_cairosvg(how):
    return cairosvg.svg2png(bytestring=svg(how).encode(), scale=2)
def by_weasyprint(how):
    page = pymupdf.open('pdf', weasyprint.HTML(string=svg(how)).write_pdf())[0]
    return page.get_pixmap(dpi=144).samples
def by_pymupdf(how):
    return pymupdf.open('svg', svg(how).encode())[0].get_pixmap(dpi=144).samples
for draw in (by_cairosvg, by_weasyprint, by_pymupdf):
    print(draw.__name__, 'baseline-shift raises:', draw('baseline-shift="super"') != draw(''), 'dy raises:', draw('dy="-5"') != draw(''))
PY
cat > expected <<'TXT'
by_cairosvg baseline-shift raises: False dy raises: True
by_weasyprint baseline-shift raises: False dy raises: True
by_pymupdf baseline-shift raises: False dy raises: True
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
