#!/usr/bin/env bash
# polars 2.1.0, pyarrow 26.0.1 and duckdb 2.0.1 (PyPI).
# Guess: a bucket of seven days starts on Monday, as a bucket of one week does, and fortnights start on the same
# Monday in programs that share their tables.
# Seen: in polars and pyarrow 7 days and 14 days start on Thursdays, counted from 1 January 1970, in DuckDB on
# Mondays. The fortnight of 10 January 2020 starts on 30 December in polars, on 6 January in pyarrow and
# DuckDB, so that fortnightly sums of the same days differ.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pyarrow==26.0.1 duckdb==2.0.1
cat > "$work/try.py" <<'PY'
import datetime, duckdb, polars, pyarrow
from pyarrow import compute
day = datetime.date(2020, 1, 10)
for count, unit in [(1, "week"), (7, "day"), (2, "week"), (14, "day")]:
    starts = [polars.Series([day]).dt.truncate(f"{count}{unit[0]}")[0],
              compute.floor_temporal(pyarrow.array([day]), multiple=count, unit=unit)[0].as_py(),
              duckdb.sql(f"select time_bucket(interval '{count} {unit}', date '{day}')").fetchall()[0][0]]
    print(count, unit, "|", *(f"{name} {start:%a %d %b};" for name, start in zip(["polars", "pyarrow", "duckdb"], starts)))
PY
cat > "$work/expected" <<'TXT'
1 week | polars Mon 06 Jan; pyarrow Mon 06 Jan; duckdb Mon 06 Jan;
7 day | polars Thu 09 Jan; pyarrow Thu 09 Jan; duckdb Mon 06 Jan;
2 week | polars Mon 30 Dec; pyarrow Mon 06 Jan; duckdb Mon 06 Jan;
14 day | polars Thu 09 Jan; pyarrow Thu 09 Jan; duckdb Mon 06 Jan;
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
