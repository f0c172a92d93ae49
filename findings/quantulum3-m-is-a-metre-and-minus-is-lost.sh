#!/usr/bin/env bash
# quantulum3 0.10.0 (PyPI).
# Guess: amounts keep their sign, their scale and their currency as '£1.2 million' does, and years are no
# quantities.
# Seen: -£158 million is 158 million; £642m is 642 'pound sterling metre' and €1.5bn 1.5 'euro barn newton';
# '642 million pounds' are pounds of mass; the financial year 2018/19 is the quantity 106.2; '5 percentage
# points' are a percentage; of 'one in five' there is 5.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check quantulum3==0.10.0 stemming==1.0.1
cat > "$work/try.py" <<'PY'
from quantulum3 import parser
for text in ["£1.2 million", "-£158 million", "£642m", "€1.5bn", "642 million pounds", "2018/19", "5 percentage points", "one in five"]:
    print(text, "|", *(f"{found.value:.1f} {found.unit.name};" for found in parser.parse(text)))
PY
cat > "$work/expected" <<'TXT'
£1.2 million | 1200000.0 pound sterling;
-£158 million | 158000000.0 pound sterling;
£642m | 642.0 pound sterling metre;
€1.5bn | 1.5 euro barn newton;
642 million pounds | 642000000.0 pound-mass;
2018/19 | 106.2 dimensionless;
5 percentage points | 5.0 percentage;
one in five | 5.0 dimensionless;
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
