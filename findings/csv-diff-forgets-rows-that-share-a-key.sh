#!/usr/bin/env bash
# csv-diff 1.2 (PyPI).
# Guess: with a key that several rows share, such as the year of figures from two sources, it refuses, or compares
# what follows the same key row by row.
# Seen: only the last row of a key is kept: a figure that was changed in another one is no change, and a row that was
# added or taken away before it is none. The count is zero, and the exit code too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check csv-diff==1.2
cat > try.py <<'PY'
import pathlib, subprocess, sys
tool = pathlib.Path(sys.executable).parent / "csv-diff"
old = ["year,source,boxes", "2017,A,5", "2017,B,6", "2018,A,7"]
for what, new in [
    ("figure of A changed", [old[0], "2017,A,50", *old[2:]]),
    ("row of A taken away", [old[0], *old[2:]]),
    ("row of C added", [old[0], "2017,C,9", *old[1:]]),
    ("rows in another order", [old[0], old[2], old[1], old[3]]),
]:
    pathlib.Path("old.csv").write_text("\n".join(old) + "\n")
    pathlib.Path("new.csv").write_text("\n".join(new) + "\n")
    run = subprocess.run([tool, "old.csv", "new.csv", "--key=year"], capture_output=True, text=True)
    print(what, "|", *(run.stdout.split() or ["nothing"]))
PY
cat > expected <<'TXT'
figure of A changed | nothing
row of A taken away | nothing
row of C added | nothing
rows in another order | 1 row changed year: 2017 source: "B" => "A" boxes: "6" => "5"
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
