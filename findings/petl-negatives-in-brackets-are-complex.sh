#!/usr/bin/env bash
# petl 1.7.30 (PyPI).
# Guess: convertnumbers() leaves a negative amount in brackets, (12), as text or makes -12 of it.
# Seen: it becomes the complex number 12+0j, without its sign, and stats() counts it as an error; (1,234) stays text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check petl==1.7.30
cat > "$work/try.py" <<'PY'
import petl
table = petl.convertnumbers([["year", "net"], ["2017", "12"], ["2018", "(12)"], ["2019", "(1,234)"]])
for row in table:
    print(row)
print(petl.stats(petl.rowslice(table, 2), "net"))
PY
cat > "$work/expected" <<'TXT'
('year', 'net')
(2017, 12)
(2018, (12+0j))
(2019, '(1,234)')
stats(count=1, errors=1, sum=12.0, min=12.0, max=12.0, mean=12.0, pvariance=0.0, pstdev=0.0)
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
