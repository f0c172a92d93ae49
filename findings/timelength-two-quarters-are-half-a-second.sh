#!/usr/bin/env bash
# timelength 3.0.4 (PyPI), which reads lengths of time in words.
# Guess: two quarters are half a year or nothing that it knows, "two and a half years" is thirty months, and a length with a
# minus is negative or refused.
# Seen: two quarters are half a second, as a quarter is taken for 0.25, and without a unit for 0.25 seconds, with success
# and nothing said to be invalid. "Two and a half years" is half a year, "one and a half hours" half an hour (what came
# before is set aside, and success is still true), a year and a half a year. -5 days are five days.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check timelength==3.0.4
cat > try.py <<'PY'
from timelength import TimeLength
for words in ["half a year", "1.5 years", "a quarter of a year", "two quarters", "1 quarter", "two and a half years", "a year and a half",
              "one and a half hours", "1½ years", "-5 days", "5 days"]:
    result = TimeLength(words).result
    print(f"{words} | {result.success} | {result.seconds / 86400:.6g} days | {[str(text) for text, _ in result.invalid]}")
PY
cat > expected <<'TXT'
half a year | True | 182.5 days | []
1.5 years | True | 547.5 days | []
a quarter of a year | True | 91.25 days | []
two quarters | True | 5.78704e-06 days | []
1 quarter | True | 2.89352e-06 days | []
two and a half years | True | 182.5 days | ['2.0']
a year and a half | True | 365 days | ['1.0']
one and a half hours | True | 0.0208333 days | ['1.0']
1½ years | True | 730 days | ['11.0', '⁄']
-5 days | True | 5 days | []
5 days | True | 5 days | []
TXT
v/bin/python try.py > seen 2> log
diff expected seen
