#!/usr/bin/env bash
# csvkit 2.2.0 with agate 1.14.2 (PyPI).
# Guess: csvsort reorders the rows of a table and writes its cells as they were.
# Seen: with its default inference of types a column '44%' comes back as 44, '£17' as 17, '1,644' as
# 1644 and a count that is only ever 0 or 1 as False and True. The unit of a share or an amount is gone
# from the file without a word; csvsort --no-inference (-I) keeps it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0
cat > "$work/try.py" <<'PY'
import pathlib, subprocess, sys, tempfile
folder = pathlib.Path(tempfile.mkdtemp())
table = folder / "t.csv"
table.write_text('id,value,share,cost,closures\na,"1,644",44%,£17,1\nb,"2,100",45%,£18,0\n')
tool = pathlib.Path(sys.executable).parent / "csvsort"
for flags in [[], ["--no-inference"]]:
    print(subprocess.run([tool, *flags, "-c", "id", table], capture_output=True, text=True).stdout.rstrip())
PY
cat > "$work/expected" <<'TXT'
id,value,share,cost,closures
a,1644,44,17,True
b,2100,45,18,False
id,value,share,cost,closures
a,"1,644",44%,£17,1
b,"2,100",45%,£18,0
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
