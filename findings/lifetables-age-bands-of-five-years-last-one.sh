#!/usr/bin/env bash
# lifetables 0.0.11 with polars 2.1.0 (PyPI), life expectancy from death rates by age.
# Guess: death rates of the ages 0, 5, 10 and so on, as statistical offices publish them in bands, are those of five years
# each, or are refused; a missing rate leaves life expectancy unknown, or is refused.
# Seen: each row is one year. With a rate of 1% at every age up to 100 life expectancy at birth is 63.4 years by single
# ages and 18.5 by bands of five; the ages in the table stand there all the same. A missing age makes it a year shorter, a
# missing rate drops that year out of the sum, and the ages after it are unharmed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check lifetables==0.0.11 polars==2.1.0
cat > try.py <<'PY'
import polars
from lifetables.life_table import compute_le
def say(name, ages, rates=None):
    table = polars.DataFrame({"age": ages, "mortality": rates or [0.01] * len(ages)})
    found = dict(compute_le(table.lazy()).collect().rows())
    print(name, "|", *(f"age {age}: {found[age]:.2f}" for age in (0, 5, 100)))
ages = list(range(101))
say("single ages", ages)
say("bands of five years", ages[::5])
say("age 50 missing", [age for age in ages if age != 50])
say("rate at 50 missing", ages, [None if age == 50 else 0.01 for age in ages])
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
single ages | age 0: 63.39 age 5: 66.52 age 100: 100.50
bands of five years | age 0: 18.53 age 5: 22.72 age 100: 100.50
age 50 missing | age 0: 63.03 age 5: 66.13 age 100: 100.50
rate at 50 missing | age 0: 62.42 age 5: 65.50 age 100: 100.50
TXT
diff expected seen
