#!/usr/bin/env bash
# tempdisagg 0.2.13 and tsdisagg 1.3.2 (PyPI), which make quarters of years.
# Guess: quarters add up to the figure of their year with each method, as in the R package of the same name, where
# "ols" keeps the sums as the others do; a year without a figure stays without one, or is refused.
# Seen: with "ols" the quarters of a year of 400 add up to 411.3, and those of 440 to 427.3. A year that is missing gets
# quarters all the same, in both packages, from a figure that lies between its neighbours, with no mark on them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check tempdisagg==0.2.13 tsdisagg==1.3.2 pandas==2.3.3
cat > try.py <<'PY'
import numpy, pandas
from tempdisagg import TempDisaggModel
from tsdisagg import disaggregate_series
def sums(quarters):
    return [round(float(sum(numpy.asarray(quarters).ravel()[start:start + 4])), 1) for start in range(0, 16, 4)]
for years in ([400, 440, 420, 480], [400, 440, None, 480]):
    rows = pandas.DataFrame([(2015 + n, quarter, year, 100 + 4 * n + quarter + quarter % 2) for n, year in enumerate(years) for quarter in range(1, 5)],
                            columns=["Index", "Grain", "y", "X"]).astype({"y": float})
    print("years |", years)
    for method in ("chow-lin-opt", "denton-cholette", "ols"):
        model = TempDisaggModel(method=method, conversion="sum")
        model.fit(rows)
        print("tempdisagg |", method, "|", sums(model.predict()))
    series = pandas.Series(years, index=pandas.date_range("2015", periods=4, freq="YS"), dtype=float, name="y")
    print("tsdisagg |", sums(disaggregate_series(series, target_freq="QS", agg_func="sum", method="denton-cholette")))
PY
env/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
years | [400, 440, 420, 480]
tempdisagg | chow-lin-opt | [400.0, 440.0, 420.0, 480.0]
tempdisagg | denton-cholette | [400.0, 440.0, 420.0, 480.0]
tempdisagg | ols | [411.3, 427.3, 443.3, 459.2]
tsdisagg | [400.0, 440.0, 420.0, 480.0]
years | [400, 440, None, 480]
tempdisagg | chow-lin-opt | [400.0, 440.0, 448.0, 480.0]
tempdisagg | denton-cholette | [400.0, 440.0, 448.0, 480.0]
tempdisagg | ols | [418.0, 434.3, 450.5, 466.7]
tsdisagg | [400.0, 440.0, 464.2, 480.0]
TXT
diff expected seen
