#!/usr/bin/env bash
# precise_rounding 0.2.1 (PyPI), which rounds a value to the places of its uncertainty.
# Guess: 28.4 with 1.0 is 28.4 and 1.0, as 28.4 with 1.2 is 28.4 and 1.2, and 28.6 with 1.96 in two digits is 28.6 and 2.0.
# Seen: where the rounded uncertainty is a whole number that is given a nought, the value is rounded to a whole number and
# given one too: 28.4 is 28.0, 28.6 is 29.0, though the digits say that the tenths are known.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check precise_rounding==0.2.1
cat > try.py <<'PY'
from precise_rounding import precise_rounding
for value, uncertainty in ((28.4, 0.9), (28.4, 0.95), (28.4, 1.0), (28.4, 1.2), (28.6, 1.0), (28.6, 1.96), (28.6, 3.0),
                           (28.5, 0.95), (28.5, 1.0), (4.25, 0.1)):
    print(value, uncertainty, "|", *precise_rounding(value, uncertainty), "| two digits", *precise_rounding(value, uncertainty, 2))
PY
cat > expected <<'TXT'
28.4 0.9 | 28.4 0.9 | two digits 28.40 0.90
28.4 0.95 | 28.0 1.0 | two digits 28.40 0.95
28.4 1.0 | 28.0 1.0 | two digits 28.0 1.0
28.4 1.2 | 28.4 1.2 | two digits 28.4 1.2
28.6 1.0 | 29.0 1.0 | two digits 29.0 1.0
28.6 1.96 | 29 2 | two digits 29.0 2.0
28.6 3.0 | 29 3 | two digits 29.0 3.0
28.5 0.95 | 29.0 1.0 | two digits 28.50 0.95
28.5 1.0 | 28.0 1.0 | two digits 28.0 1.0
4.25 0.1 | 4.25 0.10 | two digits 4.25 0.10
TXT
env/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
