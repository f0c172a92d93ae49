#!/usr/bin/env bash
# polars 2.1.0 (PyPI), with pandas 3.1.1 and duckdb 2.0.1 to compare.
# Guess: quantile(0.5) is the median, and the 50% of describe() too.
# Seen: a quantile is by default the figure nearest to it: of 1, 2, 3 and 10 the median is 2.5 and quantile(0.5), which
# describe() prints as 50%, is 3; the quarters are 2 and 3 where pandas and DuckDB have 1.75 and 4.75.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 pandas==3.1.1 duckdb==2.0.1
cat > try.py <<'PY'
import duckdb, pandas, polars
figures = [1, 2, 3, 10]
print("polars median |", polars.Series(figures).median())
told = polars.Series(figures).describe()
for share in [0.25, 0.5, 0.75]:
    seen = told.filter(polars.col("statistic") == f"{share:.0%}")["value"][0]
    found = duckdb.sql(f"select quantile_cont(v, {share}) from (select unnest({figures}) as v)").fetchall()[0][0]
    print(share, "|", polars.Series(figures).quantile(share), "| described", seen, "| pandas", float(pandas.Series(figures).quantile(share)), "| duckdb", found)
PY
cat > expected <<'TXT'
polars median | 2.5
0.25 | 2.0 | described 2.0 | pandas 1.75 | duckdb 1.75
0.5 | 3.0 | described 3.0 | pandas 2.5 | duckdb 2.5
0.75 | 3.0 | described 3.0 | pandas 4.75 | duckdb 4.75
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
