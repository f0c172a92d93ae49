#!/usr/bin/env bash
# nbconvert 7.17.2 (PyPI).
# Guess: the alternative text that a notebook keeps with a picture (output metadata, {"image/png": {"alt": ...}})
# reaches the page, for SVG as for PNG.
# Seen: the standard page says "No description has been provided for this image" of both; Markdown says "png" and
# "svg"; reStructuredText nothing. Only the templates `classic` and `basic` say it, and only of the PNG. An SVG becomes an <img>
# with a data address, so that its own title and aria-label are not heard either.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check nbconvert==7.17.2 nbformat
cat > try.py <<'PY'
import re
import nbconvert
from nbformat.v4 import new_code_cell, new_notebook, new_output
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" role="img" aria-label="Visits rose"><title>Visits rose</title></svg>'
png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
def cell(kind, data):
    return new_code_cell('chart', outputs=[new_output('display_data', data={kind: data}, metadata={kind: {'alt': 'Visits rose'}})])
notebook = new_notebook(cells=[cell('image/svg+xml', svg), cell('image/png', png)])
for template in ('lab', 'classic', 'basic'):
    page = nbconvert.HTMLExporter(template_name=template).from_notebook_node(notebook)[0]
    print(template, re.findall(r'<img[^>]*?alt="([^"]*)"', page), 'inline svg:', '<svg' in page)
print('markdown', re.findall(r'!\[(.*?)\]', nbconvert.MarkdownExporter().from_notebook_node(notebook)[0]))
print('rst', ':alt:' in nbconvert.RSTExporter().from_notebook_node(notebook)[0])
PY
cat > expected <<'TXT'
lab ['No description has been provided for this image', 'No description has been provided for this image'] inline svg: False
classic ['No description has been provided for this image', 'Visits rose'] inline svg: False
basic ['No description has been provided for this image', 'Visits rose'] inline svg: False
markdown ['svg', 'png']
rst False
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
