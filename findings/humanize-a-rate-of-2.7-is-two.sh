#!/usr/bin/env bash
# humanize 4.17.0 (PyPI), which writes numbers in words.
# Guess: intword() of a number below a thousand is the number, 2.7, and apnumber(), which spells numbers below ten as
# newspapers do, is "2.7" or an error; halves go one way; -2 is "-2nd".
# Seen: what is below a thousand is cut to a whole number: 2.7 is "2" and "two", 0.99 is "0" and "zero", -0.9 too, while
# from a thousand up it is rounded. 1,450,000 is 1.4 million and 1,550,000 1.6. A share of 0.0004 as a fraction is 0. -2
# is -2th. intcomma() keeps the fraction.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check humanize==4.17.0
cat > try.py <<'PY'
import humanize
for number in [2.7, 0.99, -0.9, 999.9, 1999.9, 1450000, 1550000, 0.0004, -2]:
    print(number, "|", humanize.intword(number), "|", humanize.apnumber(number), "|", humanize.ordinal(number), "|", humanize.fractional(number), "|", humanize.intcomma(number))
PY
cat > expected <<'TXT'
2.7 | 2 | two | 2nd | 2 7/10 | 2.7
0.99 | 0 | zero | 0th | 99/100 | 0.99
-0.9 | 0 | zero | 0th | -9/10 | -0.9
999.9 | 999 | 999 | 999th | 999 9/10 | 999.9
1999.9 | 2.0 thousand | 1999 | 1999th | 1999 9/10 | 1,999.9
1450000 | 1.4 million | 1450000 | 1450000th | 1450000 | 1,450,000
1550000 | 1.6 million | 1550000 | 1550000th | 1550000 | 1,550,000
0.0004 | 0 | zero | 0th | 0 | 0.0004
-2 | -2 | -2 | -2th | -2 | -2
TXT
v/bin/python try.py > seen
diff expected seen
