#!/usr/bin/env bash
# odfdo 3.27.3 (PyPI), OpenDocument tables.
# Guess: a cell of 0.29 of the type percentage shows 29 %, and of 0.445 44.5 % or 45 %; what is shown and what is
# stored is one figure.
# Seen: the shown text is cut, and of what the multiplication leaves: 0.29 is shown as 28 %, 0.57 as 56 %, 1.15 as 114
# %, 0.999 as 99 % and -0.004 as 0 %. The stored value is right; programs that read what a cell shows get the other.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check odfdo==3.27.3
cat > try.py <<'PY'
from odfdo import Cell
for share in [0.25, 0.29, 0.57, 1.15, 0.445, 0.999, -0.004]:
    cell = Cell(share, cell_type="percentage")
    print(share, "|", cell.value, "|", cell.get_element("text:p").text)
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
0.25 | 0.25 | 25 %
0.29 | 0.29 | 28 %
0.57 | 0.57 | 56 %
1.15 | 1.15 | 114 %
0.445 | 0.445 | 44 %
0.999 | 0.999 | 99 %
-0.004 | -0.004 | 0 %
TXT
diff expected seen
