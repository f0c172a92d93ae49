#!/usr/bin/env bash
# arcane-numbers 0.2.0 (PyPI), which writes numbers in short.
# Guess: 999,999 is 1M or 1,000k, with a pound sign £1M, and 999.6 is 1k or 1,000.
# Seen: from 999.5 up to the next unit three digits are left, with a power of ten: 999,999 is 1e+03k, 999,700,000 1e+03M,
# and 999.6 is 1e+03. The pound stands behind the figure. Below and above that numbers are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check arcane-numbers==0.2.0
cat > try.py <<'PY'
from arcane.numbers import format_large_number, format_devise_number
for number in (1234, 642_000_000, 999.4, 999.6, 999_499, 999_999, 999_700_000, -999_999, 0.445):
    print(number, "|", format_large_number(number), "|", format_devise_number(number, "£"))
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
1234 | 1.23k | 1.23k£
642000000 | 642M | 642M£
999.4 | 999 | 999£
999.6 | 1e+03 | 1e+03£
999499 | 999k | 999k£
999999 | 1e+03k | 1e+03k£
999700000 | 1e+03M | 1e+03M£
-999999 | -1e+03k | -1e+03k£
0.445 | 0.445 | 0.445£
TXT
diff expected seen
