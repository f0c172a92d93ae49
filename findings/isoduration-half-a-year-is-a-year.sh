#!/usr/bin/env bash
# isoduration 20.11.0 (PyPI), durations of ISO 8601; jsonschema checks `format: duration` with it.
# Guess: half a year added to a day gives the day six months on, or is refused.
# Seen: fractions are rounded to whole years and months without a word: P0.5Y is a year, P0.4Y none, P0.5M a
# month. P6M is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check isoduration==20.11.0
cat > "$work/try.py" <<'PY'
from datetime import datetime
from isoduration import parse_duration
for text in ["P6M", "P0.5Y", "P0.4Y", "P1.5Y", "P0.5M"]:
    print(text, "|", (datetime(2020, 6, 1) + parse_duration(text)).date())
PY
cat > "$work/expected" <<'TXT'
P6M | 2020-12-01
P0.5Y | 2021-06-01
P0.4Y | 2020-06-01
P1.5Y | 2022-06-01
P0.5M | 2020-07-01
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
