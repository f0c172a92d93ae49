#!/usr/bin/env bash
# sqlite-utils 4.2.1 (PyPI).
# Guess: insert --csv stores cells as text, as versions 3 did, or at least keeps codes with leading zeros.
# Seen: types are found by default since version 4: a column of area or offence codes 007, 012 becomes
# the integers 7 and 12; a column with 82109.0 and 1e5 is REAL. --no-detect-types keeps the text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sqlite-utils==4.2.1
cat > "$work/try.py" <<'PY'
import pathlib, subprocess, sys, tempfile
folder = pathlib.Path(tempfile.mkdtemp())
table = folder / "t.csv"
table.write_text("offence,count\n007,82109.0\n012,1e5\n")
tool = pathlib.Path(sys.executable).parent / "sqlite-utils"
for flags in [[], ["--no-detect-types"]]:
    base = folder / f"{len(flags)}.db"
    subprocess.run([tool, "insert", base, "t", table, "--csv", *flags], check=True, capture_output=True)
    print(subprocess.run([tool, "rows", base, "t"], capture_output=True, text=True).stdout.rstrip())
PY
cat > "$work/expected" <<'TXT'
[{"offence": 7, "count": 82109.0},
 {"offence": 12, "count": 100000.0}]
[{"offence": "007", "count": "82109.0"},
 {"offence": "012", "count": "1e5"}]
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
