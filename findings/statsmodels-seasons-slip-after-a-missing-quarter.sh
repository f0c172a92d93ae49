#!/usr/bin/env bash
# statsmodels 0.15.0 with pandas 2.3.3 (PyPI), seasonal_decompose.
# Guess: quarters of which one is not in the table are put in their places, or refused, as an index of dates with such a
# gap is and as a figure that is missing is.
# Seen: with an index of periods the rows are taken one after the other, four to a year, without a warning. Of figures
# that are 10 in each fourth quarter and 0 in the others the season of the fourth is 7.5 in place of -2.5; with one second
# quarter left out it is 1.1 in 2018, when the third has 4.4, and 4.4 in 2021, when the first has 1.1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check statsmodels==0.15.0 pandas==2.3.3
cat > try.py <<'PY'
import pandas
from statsmodels.tsa.seasonal import seasonal_decompose
whole = pandas.Series([0.0, 0, 0, 10] * 4, index=pandas.period_range("2018Q1", periods=16, freq="Q"))
gap = whole.drop(pandas.Period("2019Q2"))
missing = whole.copy()
missing["2019Q2"] = None
def seasons(series):
    try:
        found = seasonal_decompose(series).seasonal
        return [f"{year} " + " ".join(f"{value:.1f}" for value in found[found.index.year == year]) for year in (2018, 2019, 2021)]
    except ValueError:
        return "ValueError"
print("whole |", seasons(whole))
print("gap, periods |", seasons(gap))
print("gap, dates |", seasons(gap.to_timestamp()))
print("missing |", seasons(missing))
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
whole | ['2018 -2.5 -2.5 -2.5 7.5', '2019 -2.5 -2.5 -2.5 7.5', '2021 -2.5 -2.5 -2.5 7.5']
gap, periods | ['2018 -2.7 -2.9 4.4 1.1', '2019 -2.7 -2.9 4.4', '2021 1.1 -2.7 -2.9 4.4']
gap, dates | ValueError
missing | ValueError
TXT
diff expected seen
