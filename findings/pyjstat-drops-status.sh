#!/usr/bin/env bash
# pyjstat 2.4.0 (PyPI).
# Guess: the status flags of a JSON-stat dataset (p provisional, c confidential) come along into the
# data frame, as its values and labels do.
# Seen: they do not, in either of their two shapes; a confidential value and a missing one are both NaN
# and a provisional one looks final. The flags are still in the text that write() gives back.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyjstat==2.4.0
cat > "$work/try.py" <<'PY'
import json
from pyjstat import pyjstat
years = ["2017", "2018", "2019"]
table = {"version": "2.0", "class": "dataset", "label": "Boxes", "id": ["year"], "size": [3],
         "dimension": {"year": {"label": "Year", "category": {"index": years}}}}
for value, status in [([10, None, 30], ["p", "c", None]), ({"0": 10, "2": 30}, {"0": "p", "1": "c"})]:
    data = pyjstat.Dataset.read(json.dumps({**table, "value": value, "status": status}))
    print(data.write("dataframe").to_csv(index=False).rstrip(), '"status"' in data.write())
PY
cat > "$work/expected" <<'TXT'
Year,value
2017,10.0
2018,
2019,30.0 True
Year,value
2017,10.0
2018,
2019,30.0 True
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
