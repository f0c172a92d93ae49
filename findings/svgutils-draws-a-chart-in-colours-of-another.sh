#!/usr/bin/env bash
# svgutils 0.3.4 and svg_stack 0.1.0 (PyPI), which put several SVG files into one figure.
# Guess: each chart looks as before: patterns, clippings and style sheets of one are kept apart from those of the
# other; the name of each (title, aria-labelledby) stays.
# Seen: svgutils keeps ids and styles as they are, so that the bars of the second chart are filled with the pattern of
# the first, and the lines of both take the colours of the second style sheet. svg_stack gives ids a number and leaves
# the style sheets: its lines are all blue. role and aria-labelledby are dropped by both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check svgutils==0.3.4 svg_stack==0.1.0 lxml==6.1.3 six==1.17.0
cat > try.py <<'PY'
import re
import svg_stack
from svgutils.compose import SVG, Figure, Panel
for word, colour in [("boxes", "red"), ("crates", "blue")]:
    with open(word + ".svg", "w") as file:
        file.write(
            '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" role="img" aria-labelledby="t">'
            f'<title id="t">{word}</title><style>.line {{ stroke: {colour} }}</style>'
            f'<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="4" fill="{colour}"/></pattern></defs>'
            '<rect fill="url(#p)" width="100" height="20"/><path class="line" d="M0 40h100"/></svg>'
        )
Figure("200", "50", Panel(SVG("boxes.svg")), Panel(SVG("crates.svg")).move(100, 0)).save("svgutils.svg")
stack, row = svg_stack.Document(), svg_stack.HBoxLayout()
row.addSVG("boxes.svg")
row.addSVG("crates.svg")
stack.setLayout(row)
stack.save("svg_stack.svg")
for tool in ["svgutils", "svg_stack"]:
    made = open(tool + ".svg").read()
    print(tool, "| patterns", *re.findall('<pattern id="(.*?)"', made), "| bars", *re.findall(r'fill="(url\(.*?\))"', made))
    print(tool, "| styles", *re.findall("<style>(.*?)</style>", made), "| names", *re.findall('role=".*?"|aria-labelledby=".*?"', made))
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
svgutils | patterns p p | bars url(#p) url(#p)
svgutils | styles .line { stroke: red } .line { stroke: blue } | names
svg_stack | patterns id0:p id1:p | bars url(#id0:p) url(#id1:p)
svg_stack | styles .line { stroke: red } .line { stroke: blue } | names
TXT
diff expected seen
