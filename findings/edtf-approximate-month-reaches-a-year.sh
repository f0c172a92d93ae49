#!/usr/bin/env bash
# edtf 5.0.2 (PyPI).
# Guess: the fuzzy bounds of an approximate month are widened by the precision that was given, a month.
# Seen: they are widened by a year and a month: 2018-09~ reaches from 2017-08-01 to 2019-10-30 (which
# is also a day before the end of that October).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
cat > "$work/try.py" <<'PY'
from edtf import parse_edtf
month = parse_edtf("2018-09~")
for bound in [month.lower_strict(), month.upper_strict(), month.lower_fuzzy(), month.upper_fuzzy()]:
    print(*bound[:3])
PY
cat > "$work/expected" <<'TXT'
2018 9 1
2018 9 30
2017 8 1
2019 10 30
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
