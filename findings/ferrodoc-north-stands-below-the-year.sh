#!/usr/bin/env bash
# ferrodoc 1.0.1 (PyPI), a converter of documents like Pandoc, with which to compare pypandoc-binary 1.17, Pandoc 3.9 (PyPI).
# Guess: a table of HTML with a heading over two columns and a year over two rows stays as it is, or as HTML, or leaves what is
# spanned empty, as Pandoc does; an inline SVG with a role and an aria-label becomes a picture with that alternative text.
# Seen: to GFM, reStructuredText, plain text and LaTeX the row below a span begins one cell too far left: North stands below Year, South
# below Boxes, and of 2018 the second row has its figures below the year and below North. To CommonMark the table stays HTML.
# The SVG becomes a picture without an alternative text, in Word an empty one (nor does Pandoc read the label).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check ferrodoc==1.0.1 pypandoc-binary==1.17
cat > try.py <<'PY'
import io, re, zipfile
import ferrodoc, pypandoc

table = """<table><thead><tr><th rowspan="2">Year</th><th colspan="2">Boxes</th></tr><tr><th>North</th><th>South</th></tr></thead>
<tbody><tr><td rowspan="2">2018</td><td>5</td><td>6</td></tr><tr><td>7</td><td>8</td></tr></tbody></table>"""

def rows(text):
    for line in text.splitlines():
        if "North" in line or "7" in line:
            yield re.sub(r"\s+", " ", line.strip())

for to in ("gfm", "rst", "plain", "latex", "commonmark"):
    print(to, "|", *rows(ferrodoc.convert(table.encode(), "html", to)))
for to in ("gfm", "rst", "latex"):
    print("Pandoc", to, "|", *rows(pypandoc.convert_text(table, to, "html")))
chart = '<p><svg role="img" aria-label="Boxes rose to 600" viewBox="0 0 9 9"><text>2018</text></svg></p>'
print(ferrodoc.convert(chart.encode(), "html", "gfm").split("data:")[0])
word = zipfile.ZipFile(io.BytesIO(ferrodoc.convert(chart.encode(), "html", "docx")))
print(re.search(r'<wp:docPr[^>]* descr="[^"]*"', word.read("word/document.xml").decode())[0])
print(pypandoc.convert_text(chart, "gfm", "html").split("data:")[0])
PY
v/bin/python try.py > seen
cat > expected <<'TXT'
gfm | | North | South | | | 7 | 8 | |
rst | | North | South | | | 7 | 8 | |
plain | | North | South | | | 7 | 8 | |
latex | North & South & \\ 7 & 8 & \\
commonmark | <th>North</th> <td>7</td>
Pandoc gfm | <th>North</th> <td>7</td>
Pandoc rst | | | North | South | | | 7 | 8 |
Pandoc latex | & North & South \\ & 7 & 8 \\
![](
<wp:docPr id="1" name="Picture" descr=""
![](
TXT
diff expected seen
