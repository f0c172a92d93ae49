#!/usr/bin/env bash
# polars 2.1.0 (PyPI), changes of counts from one year to the next.
# Guess: two cases in 2017 and one in 2018 are a change of -1, whichever way it is worked out, as in SQL and pandas; a
# figure that is NaN fulfils no comparison; a sum of no figures is empty; the highest figure comes first when sorted so.
# Seen: counts of rows (len, n_unique, value_counts) have no sign: len minus the len before is 4294967295, while diff()
# of the same is -1. Three cases less five expected are 4294967294. NaN is above 6 in a filter and makes the mean NaN.
# The sum of no figures is 0, and what is missing comes first in descending order.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check polars==2.1.0
cat > try.py <<'PY'
import polars
from polars import col
cases = polars.DataFrame({"year": [2017, 2017, 2018], "area": ["a", "b", "a"]})
years = cases.group_by("year", maintain_order=True).agg(polars.len(), col("area").n_unique().alias("areas"))
changed = years.with_columns(minus=col("len") - col("len").shift(1), areas_minus=col("areas") - col("areas").shift(1), diff=col("len").diff())
for row in changed.to_dicts():
    print(row)
print("3 less 5 |", polars.DataFrame({"x": [1, 2, 3]}).select(polars.len() - 5).item())
rates = polars.DataFrame({"rate": [5.0, float("nan"), 7.0]})
print("above 6 |", rates.filter(col("rate") > 6)["rate"].to_list(), "mean |", rates["rate"].mean())
print("sum of none |", polars.Series([None], dtype=polars.Int64).sum(), "| descending |", polars.DataFrame({"x": [5, None, 7]}).sort("x", descending=True)["x"].to_list())
PY
cat > expected <<'TXT'
{'year': 2017, 'len': 2, 'areas': 2, 'minus': None, 'areas_minus': None, 'diff': None}
{'year': 2018, 'len': 1, 'areas': 1, 'minus': 4294967295, 'areas_minus': 4294967295, 'diff': -1}
3 less 5 | 4294967294
above 6 | [nan, 7.0] mean | nan
sum of none | 0 | descending | [None, 7, 5]
TXT
v/bin/python try.py > seen
diff expected seen
