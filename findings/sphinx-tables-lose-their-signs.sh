#!/usr/bin/env bash
# Sphinx 9.0.4 with docutils 0.22.4 (PyPI), reStructuredText to HTML and LaTeX.
# Guess: the signs of statistics in a csv-table, - for nil and .. for not available, stay in their cells; an
# alternative text reaches all formats.
# Seen: ".." begins a comment, and the cell is empty; "-" begins a list, and the cell has a bullet without words.
# ":", "[c]" and "–" stay. The alternative text of a figure is not in the LaTeX; without one the path of the file
# is read out in HTML. 5...10 becomes 5…10. A backslash before the sign keeps it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Sphinx==9.0.4 docutils==0.22.4
cat > try.py <<'PY'
import pathlib, re, subprocess, sys
pathlib.Path("conf.py").write_text("")
pathlib.Path("chart.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>')
pathlib.Path("index.rst").write_text(r'''
Boxes
=====

From 5...10 to 20.

.. figure:: chart.svg
   :alt: Boxes rose

   Boxes opened

.. image:: chart.svg

.. csv-table::

   "1,644", "-", "..", ":", "[c]", "–", "\-", "\.."
''')
for kind in ["html", "latex"]:
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", kind, ".", kind], check=True, stderr=subprocess.DEVNULL)
page = pathlib.Path("html/index.html").read_text()
print([re.sub(r"\s+", " ", cell) for cell in re.findall(r"<td>(.*?)</td>", page, re.S)])
print(re.findall(r"<img[^>]*>", page), re.findall("5.*10", page))
print("Boxes rose" in next(pathlib.Path("latex").glob("*.tex")).read_text())
PY
cat > expected <<'TXT'
['<p>1,644</p>', '<ul class="simple"> <li></li> </ul> ', '', '<p>:</p>', '<p>[c]</p>', '<p>–</p>', '<p>-</p>', '<p>..</p>']
['<img alt="Boxes rose" src="_images/chart.svg" />', '<img alt="_images/chart.svg" src="_images/chart.svg" />'] ['5…10']
False
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
