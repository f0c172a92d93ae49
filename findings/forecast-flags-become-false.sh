#!/usr/bin/env bash
# read.csv() of R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1), duckdb 2.0.1 and, to compare, pandas 3.1.1
# (PyPI): CSV files with a column of flags, in which SDMX writes F for a forecast.
# Guess: a column of letters is text.
# Seen: where all flags that there are say F it is a column of truth values: a forecast is false, FALSE, in both. With
# one flag P beside them it is text, in DuckDB only where that stands within the rows which it looks at first; further
# down the file is an error. colClasses = "character" and all_varchar keep the letters. pandas does.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1 pandas==3.1.1
printf 'year,flag\n2025,\n2026,F\n2027,F\n' > forecasts.csv
printf 'year,flag\n2025,P\n2026,F\n2027,F\n' > both.csv
{ echo year,flag; seq -f '%.0f,F' 1 30000; echo 30001,P; } > long.csv
cat > try.R <<'R'
for (name in c("forecasts.csv", "both.csv")) {
  flags <- read.csv(name)$flag
  cat("R |", name, "|", class(flags), "|", paste(flags), "\n")
}
R
cat > try.py <<'PY'
import duckdb, pandas
for name in ("forecasts.csv", "both.csv"):
    print("DuckDB |", name, "|", [flag for flag, in duckdb.sql(f"SELECT flag FROM '{name}'").fetchall()])
    print("pandas |", name, "|", list(pandas.read_csv(name).flag.fillna("")))
try:
    print(duckdb.sql("SELECT count(*) FROM 'long.csv' WHERE flag = 'F'").fetchall())
except duckdb.Error as error:
    print("DuckDB | long.csv |", type(error).__name__)
PY
{ Rscript --vanilla try.R; env/bin/python try.py; } > seen
cat > expected <<'TXT'
R | forecasts.csv | logical | NA FALSE FALSE 
R | both.csv | character | P F F 
DuckDB | forecasts.csv | [None, False, False]
pandas | forecasts.csv | ['', 'F', 'F']
DuckDB | both.csv | ['P', 'F', 'F']
pandas | both.csv | ['P', 'F', 'F']
DuckDB | long.csv | ConversionException
TXT
diff expected seen
