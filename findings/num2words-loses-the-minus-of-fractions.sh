#!/usr/bin/env bash
# num2words 0.5.14 (PyPI).
# Guess: a fall of less than one percent is spelt with its minus, as a fall of more is.
# Seen: -0.4 is "zero point four" and -0.05 "zero point zero five", a rise; -1.4 keeps its "minus". The whole
# part, which is zero, bears the sign.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
cat > "$work/try.py" <<'PY'
from num2words import num2words
for value in [-1.4, -0.4, -0.05, 0.4]:
    print(value, "|", num2words(value))
PY
cat > "$work/expected" <<'TXT'
-1.4 | minus one point four
-0.4 | zero point four
-0.05 | zero point zero five
0.4 | zero point four
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
