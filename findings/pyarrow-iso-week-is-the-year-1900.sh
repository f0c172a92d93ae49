#!/usr/bin/env bash
# pyarrow 26.0.1 (PyPI, on Linux).
# Guess: strptime and the timestamp_parsers of read_csv read an ISO week by '%G-W%V-%u', as Python, polars and
# DuckDB do, or refuse it, and refuse the 31 February.
# Seen: every week is 1 January 1900, without a word, though strftime of the same format writes 2020-W01-1.
# 31/02/2019 is 3 March 2019, while 2019-13 is refused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyarrow==26.0.1
cat > "$work/try.py" <<'PY'
import datetime, io, pyarrow
from pyarrow import compute, csv
for text, form in [("2019-04", "%Y-%m"), ("2020-060", "%Y-%j"), ("2020-W01-1", "%G-W%V-%u"), ("2021-W40-1", "%G-W%V-%u"), ("2020-W01", "%G-W%V"), ("31/02/2019", "%d/%m/%Y"), ("2019-13", "%Y-%m")]:
    try:
        print(text, "|", compute.strptime(pyarrow.array([text]), format=form, unit="s")[0])
    except pyarrow.ArrowInvalid as error:
        print(text, "|", type(error).__name__)
options = csv.ConvertOptions(timestamp_parsers=["%G-W%V-%u"])
print(csv.read_csv(io.BytesIO(b"week,deaths\n2020-W01-1,5\n2020-W02-1,6\n"), convert_options=options)["week"].to_pylist())
print(compute.strftime(pyarrow.array([datetime.date(2019, 12, 30)]), format="%G-W%V-%u"))
PY
cat > "$work/expected" <<'TXT'
2019-04 | 2019-04-01 00:00:00
2020-060 | 2020-02-29 00:00:00
2020-W01-1 | 1900-01-01 00:00:00
2021-W40-1 | 1900-01-01 00:00:00
2020-W01 | 1900-01-01 00:00:00
31/02/2019 | 2019-03-03 00:00:00
2019-13 | ArrowInvalid
[datetime.datetime(1900, 1, 1, 0, 0), datetime.datetime(1900, 1, 1, 0, 0)]
[
  "2020-W01-1"
]
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
