#!/usr/bin/env bash
# pandas 3.1.1 with pyarrow 26.0.1, polars 2.1.0 (PyPI); hyparquet 1.33.0 (npm).
# Guess: a column of periods (2019Q1, 2019-04) that pandas writes to Parquet is read elsewhere as a date or as
# the words of the period.
# Seen: it is the number of quarters or months since 1970, 196 for 2019Q1 and 591 for 2019-04; which unit they
# count stands only in what pandas notes for itself. Read by pandas they are periods again. As text
# (astype(str)) or as the first day (to_timestamp()) they are understood everywhere.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund hyparquet@1.33.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 polars==2.1.0
cat > try.py <<'PY'
import pandas, polars
frame = pandas.DataFrame({
    "quarter": pandas.period_range("2019Q1", periods=2, freq="Q"),
    "month": pandas.period_range("2019-04", periods=2, freq="M"),
    "text": pandas.period_range("2019Q1", periods=2, freq="Q").astype(str),
})
frame.to_parquet("a.parquet")
print("pandas", *map(str, pandas.read_parquet("a.parquet").loc[0]))
print("polars", *map(str, polars.read_parquet("a.parquet").row(0)))
PY
cat > try.mjs <<'JS'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
const [row] = await parquetReadObjects({ file: await asyncBufferFromFile('a.parquet') })
console.log('hyparquet', String(row.quarter), String(row.month), row.text)
JS
cat > expected <<'TXT'
pandas 2019Q1 2019-04 2019Q1
polars 196 591 2019Q1
hyparquet 196 591 2019Q1
TXT
{ v/bin/python -W ignore try.py && node try.mjs; } > seen 2> /dev/null
diff expected seen
