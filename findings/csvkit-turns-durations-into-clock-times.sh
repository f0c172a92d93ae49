#!/usr/bin/env bash
# csvkit 2.2.0 with agate 1.14.2 (PyPI).
# Guess: words such as '12 days' are text, and stay as they were.
# Seen: a column of waiting times '12 days', '3 weeks' is read as durations: csvsort writes
# '12 days, 0:00:00' and '21 days, 0:00:00', so that what a source said of weeks is said of days.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0
cat > "$work/try.py" <<'PY'
import pathlib, subprocess, sys, tempfile
table = pathlib.Path(tempfile.mkdtemp()) / "t.csv"
table.write_text("court,wait\na,12 days\nb,3 weeks\n")
tool = pathlib.Path(sys.executable).parent / "csvsort"
print(subprocess.run([tool, "-c", "court", table], capture_output=True, text=True).stdout.rstrip())
PY
cat > "$work/expected" <<'TXT'
court,wait
a,"12 days, 0:00:00"
b,"21 days, 0:00:00"
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
