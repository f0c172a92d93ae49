#!/usr/bin/env bash
# PriceIndexCalc 0.7 with pandas 2.3.3 (PyPI), linking_method, which chains indices of single years.
# Guess: a series that begins in March 2018 keeps its first ten months; with link_month=12 indices whose base is the
# December before are chained at December, so that January 2019 follows on December 2018 at 112.
# Seen: a year without its month of linking is left out without a word: the series begins in January 2019, at 112.
# With December the factors take effect eleven months early: January 2018 is 101, February 114.2, December 125.4, and
# January 2019 113.1. Chained at January whole years are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PriceIndexCalc==0.7 pandas==2.3.3 seaborn==0.13.2 scipy==1.15.3
cat > try.py <<'PY'
import pandas
from PriceIndexCalc.pandas_modules.chaining import linking_method
def say(name, start, figures, **options):
    months = pandas.date_range(start, periods=len(figures), freq="MS")
    table = pandas.DataFrame({"period": months, "year": months.year, "index_value": figures})
    chained = linking_method(table, **options)
    shown = chained[(chained.period.dt.month <= 2) | (chained.period.dt.month == 12)]
    print(name, "|", len(chained), "of", len(months), "|", *(f"{month:%Y-%m} {value:.1f}" for month, value in zip(shown.period, shown.index_value)))
year = [float(figure) for figure in range(101, 113)]
say("base January, from January 2018", "2018-01", [100.0] + year + year)
say("base January, from March 2018", "2018-03", ([100.0] + year + year)[2:])
say("base December", "2018-01", year + year, link_month=12)
PY
env/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
base January, from January 2018 | 25 of 25 | 2018-01 100.0 2018-02 101.0 2018-12 111.0 2019-01 112.0 2019-02 113.1 2019-12 124.3 2020-01 125.4
base January, from March 2018 | 13 of 23 | 2019-01 112.0 2019-02 113.1 2019-12 124.3 2020-01 125.4
base December | 24 of 24 | 2018-01 101.0 2018-02 114.2 2018-12 125.4 2019-01 113.1 2019-02 127.9 2019-12 140.5
TXT
diff expected seen
