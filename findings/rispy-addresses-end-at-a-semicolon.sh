#!/usr/bin/env bash
# rispy 0.10.0 (PyPI), which reads and writes RIS.
# Guess: an address in UR with a semicolon in it, as sessions and tables of statistical offices have them, stays one
# address, as a note (N1) with a semicolon stays one note.
# Seen: it is cut at each semicolon, and written back as several UR lines, of which only the first begins as an address; the
# day of `PY  - 2018/09/03/` stays in `year`.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check rispy==0.10.0
cat > try.py <<'PY'
import rispy
text = """TY  - RPRT
AU  - National Counting Agency
TI  - Boxes
PY  - 2018/09/03/
N1  - revised; provisional
UR  - https://example.org/boxes;area=7?from=2017;to=2018
ER  - 
"""
entry = rispy.loads(text)[0]
print(entry["year"], "|", entry["notes"], "|", entry["urls"])
print(*(line for line in rispy.dumps([entry]).splitlines() if line[:2] in ("N1", "UR")), sep="\n")
PY
cat > expected <<'TXT'
2018/09/03/ | ['revised; provisional'] | ['https://example.org/boxes', 'area=7?from=2017', 'to=2018']
N1  - revised; provisional
UR  - https://example.org/boxes
UR  - area=7?from=2017
UR  - to=2018
TXT
v/bin/python try.py > seen
diff expected seen
