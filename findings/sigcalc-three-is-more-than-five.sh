#!/usr/bin/env bash
# sigcalc 0.2.0 (PyPI), numbers with significant figures.
# Guess: 3.0 and 3.00 are equal, or at least neither is above the other; 5 is above the plain number 4 and 3 is not.
# Seen: each of 3.0 and 3.00 is above the other, and at or above it neither way round is false: the highest of a list is the
# one that stands first. Every quantity is above any plain number, and none is below one: 3 > 4 holds, 3 < 4 does not.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sigcalc==0.2.0
cat > try.py <<'PY'
from sigcalc import Quantity
share, finer = Quantity.from_decimal("3.0"), Quantity.from_decimal("3.00")
print("3.0 > 3.00", share > finer, "| 3.00 > 3.0", finer > share, "| 3.0 < 3.00", share < finer, "| 3.0 == 3.00", share == finer)
print("3.0 >= 3.00", share >= finer, "| 3.00 >= 3.0", finer >= share, "| 3.0 <= 3.00", share <= finer)
print("highest", max(share, finer), max(finer, share))
for number in (2, 3, 4):
    print("3 with plain", number, "| above", Quantity.from_decimal("3") > number, "| below", Quantity.from_decimal("3") < number)
print("years at 5 or more", [year for year, boxes in ((2017, "3"), (2018, "6")) if Quantity.from_decimal(boxes) > 5])
PY
cat > expected <<'TXT'
3.0 > 3.00 True | 3.00 > 3.0 True | 3.0 < 3.00 False | 3.0 == 3.00 False
3.0 >= 3.00 True | 3.00 >= 3.0 True | 3.0 <= 3.00 False
highest 3.00 3.0
3 with plain 2 | above True | below False
3 with plain 3 | above True | below False
3 with plain 4 | above True | below False
years at 5 or more [2017, 2018]
TXT
env/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
