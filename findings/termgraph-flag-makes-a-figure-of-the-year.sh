#!/usr/bin/env bash
# termgraph 0.8.0 (PyPI), bar charts in a terminal.
# Guess: a cell that is no number, n/a or "1,644" between quotation marks, is refused or left empty; a bar is as long as
# its figure, a zero has none, and a negative figure has a bar to the other side or is refused.
# Seen: of such a row the first cell that is a number is the figure: the year 2016 becomes the figure 2.02 K, labelled
# n/a, against which all others are drawn. Beside a negative figure every bar is longer by as much: zero has a
# bar nearly half as long as that of 6, the negative figure none.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check termgraph==0.8.0
cat > try.py <<'PY'
import re, subprocess
for rows in [["2015,5", "2016,6", "2017,0"], ["2015,5", "2016,n/a", "2017,6"], ["2015,5", '2016,"1,644"', "2017,6"], ["2015,-5", "2016,6", "2017,0"]]:
    open("table", "w").write("\n".join(rows) + "\n")
    chart = subprocess.run(["v/bin/termgraph", "table"], capture_output=True, text=True, check=True).stdout
    print(*rows)
    for line in re.sub(r"\x1b\[[\d;]*m", "", chart).splitlines():
        if line.strip():
            label, bar = line.split(":")
            print("  ", label.strip(), "|", bar.count("▇"), "|", bar.strip("▇▏ "))
PY
cat > expected <<'TXT'
2015,5 2016,6 2017,0
   2015 | 41 | 5.00
   2016 | 50 | 6.00
   2017 | 0 | 0.00
2015,5 2016,n/a 2017,6
   2015 | 0 | 5.00
   n/a | 50 | 2.02 K
   2017 | 0 | 6.00
2015,5 2016,"1,644" 2017,6
   2015 | 0 | 5.00
   "1,644" | 50 | 2.02 K
   2017 | 0 | 6.00
2015,-5 2016,6 2017,0
   2015 | 0 | -5.00
   2016 | 50 | 6.00
   2017 | 22 | 0.00
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
