#!/usr/bin/env bash
# aggdisagg 1.11.0 with polars 2.1.0 (PyPI), yearly and quarterly figures made monthly, without and with pandas 3.1.1, which it
# does not ask for.
# Guess: of figures for 2018, 2019 and 2021 the months of 2019 and 2021 get a twelfth each, and those of 2020, of which
# nothing is known, are left out or missing, whatever else is installed.
# Seen: without pandas years are counted, not read: the figure of 2021 becomes that of 2020, and each of three quarters a
# year. With pandas a figure is spread as far as the next one: 2,400 in 2019
# become 100 a month in 2019 and 2020, so that 2019 has half of its figure and 2020 one that nobody stated; the quarter before a
# gap is halved alike. With a row for 2020 that is null all is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.py <<'PY'
from datetime import date
import polars as pl
from aggdisagg import TemporalAligner
def new():
    return TemporalAligner(method="uniform", target_freq="1mo", agg="sum")
def sums(months):
    years = {}
    for day, figure in months.iter_rows():
        years.setdefault(day.year, []).append(figure)
    return " | ".join(f"{year}: {len(all)} x {all[0]:g} = {sum(all):g}" for year, all in years.items())
def years(what, aligner, *figures):
    rows = pl.DataFrame({"day": [date(year, 1, 1) for year, _ in figures], "v": [figure for _, figure in figures]}, schema={"day": pl.Date, "v": pl.Float64})
    print(what, "|", sums(aligner.fit_transform(rows, datetime_col="day", target_col="v")))
def quarters(what, aligner, *starts):
    rows = pl.DataFrame({"day": [date(2018, month, 1) for month in starts], "v": [300.0, 600.0, 900.0]})
    print(what, "|", sums(aligner.disaggregate_columns(rows, datetime_col="day", include_dates=True)))
years("no gap", new(), (2018, 1200), (2019, 2400), (2020, 1200))
years("no row for 2020", new(), (2018, 1200), (2019, 2400), (2021, 1200))
years("2020 is null", new(), (2018, 1200), (2019, 2400), (2020, None), (2021, 1200))
quarters("three quarters", new(), 1, 4, 7)
quarters("no third quarter", new(), 1, 4, 10)
PY
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check aggdisagg==1.11.0 polars==2.1.0
{ echo without; env/bin/python -W ignore try.py; } > seen
env/bin/pip install --quiet --no-compile --disable-pip-version-check pandas==3.1.1
{ echo with; env/bin/python -W ignore try.py; } >> seen
cat > expected <<'TXT'
without
no gap | 2018: 12 x 100 = 1200 | 2019: 12 x 200 = 2400 | 2020: 12 x 100 = 1200
no row for 2020 | 2018: 12 x 100 = 1200 | 2019: 12 x 200 = 2400 | 2020: 12 x 100 = 1200
2020 is null | 2018: 12 x 100 = 1200 | 2019: 12 x 200 = 2400 | 2020: 12 x nan = nan | 2021: 12 x 100 = 1200
three quarters | 2018: 12 x 25 = 300 | 2019: 12 x 50 = 600 | 2020: 12 x 75 = 900
no third quarter | 2018: 12 x 25 = 300 | 2019: 12 x 50 = 600 | 2020: 12 x 75 = 900
with
no gap | 2018: 12 x 100 = 1200 | 2019: 12 x 200 = 2400 | 2020: 12 x 100 = 1200
no row for 2020 | 2018: 12 x 100 = 1200 | 2019: 12 x 100 = 1200 | 2020: 12 x 100 = 1200 | 2021: 12 x 100 = 1200
2020 is null | 2018: 12 x 100 = 1200 | 2019: 12 x 200 = 2400 | 2020: 12 x nan = nan | 2021: 12 x 100 = 1200
three quarters | 2018: 9 x 100 = 1800
no third quarter | 2018: 12 x 100 = 1800
TXT
diff expected seen
