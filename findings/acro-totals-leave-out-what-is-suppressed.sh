#!/usr/bin/env bash
# acro 1.0.2 with pandas 2.3.3 (PyPI), which checks tables for statistical disclosure before they leave a safe room.
# Guess: where a small cell is suppressed the totals are those of all people, with a second cell suppressed so that they
# do not give it away, or they are missing.
# Seen: the totals are sums of the cells that are left: 72 people of 75, 32 men of 35, and the mean of an area is that
# of its women. Nothing in the table says so, and the summary has "ok" beside the totals. With normalize="index" the
# table is empty.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check acro==1.0.2 pandas==2.3.3
cat > try.py <<'PY'
import logging
logging.disable(logging.CRITICAL)
import pandas
from acro import ACRO
counts = {("North", "men"): 12, ("South", "men"): 3, ("East", "men"): 20, ("North", "women"): 15, ("South", "women"): 14, ("East", "women"): 11}
people = pandas.DataFrame([{"area": area, "sex": sex, "age": 30.0 if sex == "men" else 40.0} for (area, sex), n in counts.items() for _ in range(n)])
acro = ACRO(suppress=True)
print(pandas.crosstab(people.area, people.sex, margins=True).to_string())
print(acro.crosstab(people.area, people.sex, margins=True).to_string())
print(acro.crosstab(people.area, people.sex, values=people.age, aggfunc="mean", margins=True).to_string())
print(acro.crosstab(people.area, people.sex, normalize="index").shape)
for line in acro.results.get_index(0).outcome.to_string().splitlines():
    print(line.rstrip())
PY
env/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
sex    men  women  All
area                  
East    20     11   31
North   12     15   27
South    3     14   17
All     35     40   75
sex     men  women  All
area                   
East   20.0     11   31
North  12.0     15   27
South   NaN     14   14
All    32.0     40   72
sex     men  women        All
area                         
East   30.0   40.0  33.548387
North  30.0   40.0  35.555556
South   NaN   40.0  40.000000
All    30.0   40.0  35.555556
(0, 6)
sex                        men women All
area
East                        ok    ok  ok
North                       ok    ok  ok
South  MinimumThresholdCheck;     ok  ok
All                         ok    ok  ok
TXT
diff expected seen
