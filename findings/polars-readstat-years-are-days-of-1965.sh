#!/usr/bin/env bash
# polars-readstat 0.25.0 with polars 2.1.0 (PyPI), which reads Stata files; the files are written by pandas 3.1.1.
# Guess: a column that the file says to be years, half-years, quarters, months or weeks (%ty, %th, %tq, %tm, %tw) comes as
# a day within each period, as pandas reads it, or as the number that Stata holds.
# Seen: the number of the period is taken for a number of days since 1 January 1960: the year 2018 is 11 July 1965, its
# second quarter 21 August 1960, its April 30 November 1961. Days (%td) are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check polars-readstat==0.25.0 polars==2.1.0 pandas==3.1.1
cat > try.py <<'PY'
import pandas, polars_readstat
rows = pandas.DataFrame({"period": [pandas.Timestamp("2018-04-02"), pandas.Timestamp("2019-04-02")], "boxes": [550, 560]})
for kind in ["td", "tw", "tm", "tq", "th", "ty"]:
    rows.to_stata("rows.dta", convert_dates={"period": kind}, write_index=False)
    print(kind, "| pandas", *(day.date() for day in pandas.read_stata("rows.dta").period), "| polars-readstat", *polars_readstat.read_readstat("rows.dta", preserve_order=True)["period"])
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
td | pandas 2018-04-02 2019-04-02 | polars-readstat 2018-04-02 2019-04-02
tw | pandas 2018-04-02 2019-04-02 | polars-readstat 1968-04-17 1968-06-08
tm | pandas 2018-04-01 2019-04-01 | polars-readstat 1961-11-30 1961-12-12
tq | pandas 2018-04-01 2019-04-01 | polars-readstat 1960-08-21 1960-08-25
th | pandas 2018-01-01 2019-01-01 | polars-readstat 1960-04-26 1960-04-28
ty | pandas 2018-01-01 2019-01-01 | polars-readstat 1965-07-11 1965-07-12
TXT
diff expected seen
