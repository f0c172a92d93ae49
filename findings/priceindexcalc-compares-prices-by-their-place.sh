#!/usr/bin/env bash
# PriceIndexCalc 0.7 with pandas 2.3.3 (PyPI), price indices of official statistics.
# Guess: the price of a product is compared with that of the same product in the base month, whatever the order of the
# rows, since the column of product ids is asked for.
# Seen: ids only choose the rows; then the first price of a month is compared with the first of the base month. With two
# rows of January exchanged bread at 1.10 is compared with a coat at 10: Carli and Laspeyres rise from 105.0 to 505.5, and
# Törnqvist falls to 99.4. Sort by month and product first. "paasche" is offered, and a TypeError.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PriceIndexCalc==0.7 pandas==2.3.3 seaborn==0.13.2 scipy==1.15.3 statsmodels==0.15.0 scikit-learn==1.9.1
cat > try.py <<'PY'
import pandas
from PriceIndexCalc.pandas_modules.index_methods import bilateral_methods
rows = pandas.DataFrame([("2018-01", "bread", 1.0, 10), ("2018-01", "coat", 10.0, 1), ("2018-02", "bread", 1.1, 10), ("2018-02", "coat", 10.0, 1)],
                        columns=["month", "id", "price", "quantity"])
for name, table in {"in order": rows, "exchanged": rows.iloc[[1, 0, 2, 3]], "exchanged, sorted": rows.iloc[[1, 0, 2, 3]].sort_values(["month", "id"])}.items():
    for method in ("carli", "laspeyres", "tornqvist", "paasche"):
        try:
            print(name, "|", method, "|", (bilateral_methods(table, method=method).index_value * 100).round(1).tolist())
        except TypeError:
            print(name, "|", method, "|", "TypeError")
PY
env/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
in order | carli | [100.0, 105.0]
in order | laspeyres | [100.0, 105.0]
in order | tornqvist | [100.0, 105.0]
in order | paasche | TypeError
exchanged | carli | [100.0, 505.5]
exchanged | laspeyres | [100.0, 505.5]
exchanged | tornqvist | [100.0, 99.4]
exchanged | paasche | TypeError
exchanged, sorted | carli | [100.0, 105.0]
exchanged, sorted | laspeyres | [100.0, 105.0]
exchanged, sorted | tornqvist | [100.0, 105.0]
exchanged, sorted | paasche | TypeError
TXT
diff expected seen
