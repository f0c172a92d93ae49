#!/usr/bin/env bash
# uncertainties 3.2.3 (PyPI).
# Guess: a count with its uncertainty is printed in digits, 1200+/-600, as Python prints 1200.0; a number without
# uncertainty is read as exact, or its zeros at the end are taken as unknown.
# Seen: 1234 with 567 is (1.2+/-0.6)e+03 as soon as the digits that count end before the unit; with format '.0f'
# it is 1234+/-567. "1200" is read as 1200 plus or minus 1, and a count of "0" as 0 plus or minus 1. A percent
# sign or a comma between thousands is refused, though '%' can be written.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check uncertainties==3.2.3
cat > try.py <<'PY'
from uncertainties import ufloat, ufloat_fromstr
for value, error in [(82.1, 5.6), (1234, 56), (1234, 567), (1200000, 9500)]:
    count = ufloat(value, error)
    print(value, error, "|", count, "|", f"{count:P}", "|", f"{count:.0f}")
for text in ["1.2", "1200", "0", "1234(56)", "44%", "(44+/-2)%", "1,234+/-5"]:
    try:
        print(text, "|", repr(ufloat_fromstr(text)))
    except ValueError as error:
        print(text, "|", type(error).__name__)
print(f"{ufloat(0.44, 0.02):%}")
PY
cat > expected <<'TXT'
82.1 5.6 | 82+/-6 | 82±6 | 82+/-6
1234 56 | (1.23+/-0.06)e+03 | (1.23±0.06)×10³ | 1234+/-56
1234 567 | (1.2+/-0.6)e+03 | (1.2±0.6)×10³ | 1234+/-567
1200000 9500 | (1.200+/-0.010)e+06 | (1.200±0.010)×10⁶ | 1200000+/-9500
1.2 | 1.2+/-0.1
1200 | 1200.0+/-1.0
0 | 0.0+/-1.0
1234(56) | 1234.0+/-56.0
44% | ValueError
(44+/-2)% | ValueError
1,234+/-5 | ValueError
(44.0+/-2.0)%
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
