#!/usr/bin/env bash
# pandas 3.1.1 and duckdb 2.0.1 (PyPI).
# Guess: steps of three months from 31 March give the ends of the quarters, or at least the 31st where a month
# has one, since 30 September is only the nearest day to a 31st.
# Seen: date_range with DateOffset(months=3) and generate_series with interval '3 months' go on from the day that
# they reached: 31 March, 30 June, 30 September, 30 December, 30 March, and the ends of months are the 28th
# after February. The last quarter is asked for on its last day, and found a day before it. polars
# gives 31 December, and so does date_range with the frequency 'QE'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 duckdb==2.0.1 polars==2.1.0
cat > "$work/try.py" <<'PY'
import datetime, duckdb, pandas, polars
first, last = datetime.date(2019, 3, 31), datetime.date(2020, 3, 31)
for name, days in [("pandas DateOffset", pandas.date_range(first, last, freq=pandas.DateOffset(months=3))),
                   ("pandas QE", pandas.date_range(first, last, freq="QE")),
                   ("duckdb", [day for (day,) in duckdb.sql(f"select * from generate_series(date '{first}', date '{last}', interval '3 months')").fetchall()]),
                   ("polars", polars.date_range(first, last, "3mo", eager=True))]:
    print(name, *(day.strftime("%d-%b") for day in days))
print("pandas months", *(day.strftime("%d-%b") for day in pandas.date_range("2019-01-31", "2019-05-31", freq=pandas.DateOffset(months=1))))
PY
cat > "$work/expected" <<'TXT'
pandas DateOffset 31-Mar 30-Jun 30-Sep 30-Dec 30-Mar
pandas QE 31-Mar 30-Jun 30-Sep 31-Dec 31-Mar
duckdb 31-Mar 30-Jun 30-Sep 30-Dec 30-Mar
polars 31-Mar 30-Jun 30-Sep 31-Dec 31-Mar
pandas months 31-Jan 28-Feb 28-Mar 28-Apr 28-May
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
