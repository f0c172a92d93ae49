#!/usr/bin/env bash
# polars 2.1.0, pyarrow 26.0.1 (also by way of pandas 3.1.1) and duckdb 2.0.1 (PyPI), amounts in whole pounds as decimals
# without places, as a database keeps them (NUMERIC(10, 0)) and Parquet carries them.
# Guess: the mean of 1 and 2 is 1.5, one pound in three is 0.33, and the median is the same by each of its names, as for
# whole numbers and floats.
# Seen: the places of the column hold for what is worked out of it. The mean is 2 in pyarrow and pandas, and 1.7 for 1.0,
# 2.0, 2.0. In polars shares of 1, 2 and 2 pounds in three are 0, 1 and 1; to_decimal() counts places in the first hundred
# rows and cuts later ones, 0.445 to 0.4. In DuckDB quantile_cont(v, 0.5), which is meant to lie between, is 1, where
# median() is 1.5.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pyarrow==26.0.1 pandas==3.1.1 duckdb==2.0.1
cat > "$work/try.py" <<'PY'
from decimal import Decimal
import duckdb, pandas, polars, pyarrow, pyarrow.compute as pc
pounds = [Decimal(1), Decimal(2)]
tenths = [Decimal("1.0"), Decimal("2.0"), Decimal("2.0")]
print("pyarrow mean |", pc.mean(pyarrow.array(pounds, pyarrow.decimal128(10, 0))), "|", pc.mean(pyarrow.array(tenths, pyarrow.decimal128(10, 1))))
print("pandas mean |", pandas.Series(pounds, dtype=pandas.ArrowDtype(pyarrow.decimal128(10, 0))).mean())
print("polars mean |", polars.Series(pounds).mean())
print("polars in three |", *(polars.Series(pounds + pounds[1:]) / 3), "|", *(polars.Series(tenths) / 3))
print("polars in three, floats |", *(polars.Series([1.0, 2.0]) / 3))
print("polars to_decimal |", polars.Series(["12.5"] * 3 + ["0.445"]).str.to_decimal(scale=3)[-1], "|", polars.Series(["12.5"] * 101 + ["0.445"]).str.to_decimal()[-1])
for kind in ["DECIMAL(10, 0)", "INTEGER", "DOUBLE"]:
    row = duckdb.sql(f"SELECT avg(v), median(v), quantile_cont(v, 0.5) FROM (SELECT unnest([1, 2])::{kind} AS v)").fetchall()[0]
    print("duckdb", kind, "|", *row)
PY
cat > "$work/expected" <<'TXT'
pyarrow mean | 2 | 1.7
pandas mean | 2
polars mean | 1.5
polars in three | 0 1 1 | 0.3 0.7 0.7
polars in three, floats | 0.3333333333333333 0.6666666666666666
polars to_decimal | 0.445 | 0.4
duckdb DECIMAL(10, 0) | 1.5 1 1
duckdb INTEGER | 1.5 1.5 1.5
duckdb DOUBLE | 1.5 1.5 1.5
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 
diff "$work/expected" "$work/seen"
