#!/usr/bin/env bash
# pyreadstat 1.3.7 and pandas 3.1.1 (PyPI).
# Guess: columns of quarters, months, half-years and weeks in Stata files (%tq, %tm, %th, %tw) and of quarters
# and months in SPSS files (QYR, MOYR) are read as dates, as pandas reads Stata's and as both read days.
# Seen: the quarter of April 2019 is 237 and the month 711, counted from 1960, and in SPSS files both are
# 13773456000, seconds since 1582, without a warning: a chart of them has axes of such numbers. The format is
# in the metadata, and extra_datetime_formats makes dates of the SPSS ones when it is given, but fractions of
# a second of 1 January 1960 of Stata's.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==3.1.1
cat > try.py <<'PY'
import datetime
import pandas, pyreadstat
days = pandas.DataFrame({"period": pandas.to_datetime(["2019-04-01"])})
for form in ["td", "tw", "tm", "tq", "th", "ty"]:
    days.to_stata("a.dta", convert_dates={"period": form}, write_index=False)
    frame, meta = pyreadstat.read_dta("a.dta")
    print(meta.original_variable_types["period"], "pyreadstat", frame["period"][0], "pandas", pandas.read_stata("a.dta")["period"][0].date(), "asked for", pyreadstat.read_dta("a.dta", extra_datetime_formats=["%" + form])[0]["period"][0])
for form in ["DATE11", "QYR8", "MOYR8", "WKYR10"]:
    pyreadstat.write_sav(pandas.DataFrame({"period": [datetime.date(2019, 4, 1)]}), "a.sav", variable_format={"period": form})
    print(form, pyreadstat.read_sav("a.sav")[0]["period"][0], "pandas", pandas.read_spss("a.sav")["period"][0], "asked for", pyreadstat.read_sav("a.sav", extra_datetime_formats=[form])[0]["period"][0])
PY
cat > expected <<'TXT'
%td pyreadstat 2019-04-01 pandas 2019-04-01 asked for 2019-04-01
%tw pyreadstat 3080.0 pandas 2019-03-26 asked for 1960-01-01 00:00:03.080000
%tm pyreadstat 711.0 pandas 2019-04-01 asked for 1960-01-01 00:00:00.711000
%tq pyreadstat 237.0 pandas 2019-04-01 asked for 1960-01-01 00:00:00.237000
%th pyreadstat 118.0 pandas 2019-01-01 asked for 1960-01-01 00:00:00.118000
%ty pyreadstat 2019.0 pandas 2019-01-01 asked for 1960-01-01 00:00:02.019000
DATE11 2019-04-01 pandas 2019-04-01 asked for 2019-04-01
QYR8 13773456000.0 pandas 13773456000.0 asked for 2019-04-01 00:00:00
MOYR8 13773456000.0 pandas 13773456000.0 asked for 2019-04-01 00:00:00
WKYR10 13773456000.0 pandas 13773456000.0 asked for 2019-04-01 00:00:00
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
