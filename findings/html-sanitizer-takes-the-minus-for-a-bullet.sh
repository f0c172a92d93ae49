#!/usr/bin/env bash
# html-sanitizer 2.7.0 (PyPI), which cleans what editors type into a site, with its defaults.
# Guess: "- 158 boxes" at the head of a paragraph keeps its minus; the cells of a table and the terms of a list stay apart; a
# corrected figure, 5 struck out before 6, stays readable; a list that begins at 2018 begins there.
# Seen: a minus, or a star for "about", at the head of a paragraph is taken away, so that a fall by 158 is 158 boxes; + stays.
# Of a table all is one number, 20185502019600, a flag runs into its meaning, 5 and 6 become 56, as do two bold words side by
# side, the list begins at 1, and a picture is gone with its alternative text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check html-sanitizer==2.7.0
cat > try.py <<'PY'
from html_sanitizer import Sanitizer
clean = Sanitizer().sanitize
for page in [
    "<p>- 158 boxes</p>",
    "<p>* 550 boxes</p>",
    "<p>+ 5 boxes</p>",
    "<p>Boxes: - 158</p>",
    "<table><tr><th>2018</th><td>550</td></tr><tr><th>2019</th><td>600</td></tr></table>",
    "<dl><dt>p</dt><dd>provisional</dd></dl>",
    "<p><del>5</del><ins>6</ins></p>",
    "<p><strong>5</strong><strong>6</strong></p>",
    '<ol start="2018"><li>Boxes</li></ol>',
    '<p><img src="a.svg" alt="Boxes rose"> Figure 1</p>',
]:
    print(page, "|", clean(page))
PY
cat > expected <<'TXT'
<p>- 158 boxes</p> | <p>158 boxes</p>
<p>* 550 boxes</p> | <p>550 boxes</p>
<p>+ 5 boxes</p> | <p>+ 5 boxes</p>
<p>Boxes: - 158</p> | <p>Boxes: - 158</p>
<table><tr><th>2018</th><td>550</td></tr><tr><th>2019</th><td>600</td></tr></table> | 20185502019600
<dl><dt>p</dt><dd>provisional</dd></dl> | pprovisional
<p><del>5</del><ins>6</ins></p> | <p>56</p>
<p><strong>5</strong><strong>6</strong></p> | <p><strong>56</strong></p>
<ol start="2018"><li>Boxes</li></ol> | <ol><li>Boxes</li></ol>
<p><img src="a.svg" alt="Boxes rose"> Figure 1</p> | <p> Figure 1</p>
TXT
env/bin/python -W ignore try.py > seen
diff expected seen
