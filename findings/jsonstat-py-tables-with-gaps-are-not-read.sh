#!/usr/bin/env bash
# jsonstat.py 0.1.8 with pandas 3.1.1 (PyPI), a data set of JSON-stat 2.0 whose values are an object, as Eurostat sends those with gaps: {"0": 550, "2": 7}.
# Guess: a figure that is not in the object is missing, and those that are there stand in their places, as with the list [550, null, 7]; flags
# stand beside their figures in the table.
# Seen: the data set is taken and said to have the size 2 in place of 3; its table and each of its figures are a KeyError. From the list the
# table is made, without the flags, which only data() gives.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps jsonstat.py==0.1.8
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 terminaltables==3.1.10 requests==2.34.2
cat > "$work/try.py" <<'PY'
import json
import jsonstat
data = {"version": "2.0", "class": "dataset", "label": "Boxes", "id": ["year"], "size": [3], "dimension": {"year": {"label": "Year", "category": {"index": ["2017", "2018", "2019"]}}}, "status": {"0": "p", "1": "c"}}
for name, values in [("list", [550, None, 7]), ("object", {"0": 550, "2": 7})]:
    read = jsonstat.JsonStatDataSet(name).from_string(json.dumps({**data, "value": values}))
    print(name, "|", [line for line in str(read).splitlines() if line.startswith("size")][0])
    for what, ask in [("table", lambda: read.to_table()), *[(year, lambda year=year: (lambda cell: f"{cell.value} {cell.status}")(read.data(year=year))) for year in ["2017", "2018", "2019"]]]:
        try:
            print(name, "|", what, "|", ask())
        except Exception as error:
            print(name, "|", what, "|", type(error).__name__)
PY
cat > "$work/expected" <<'TXT'
list | size: 3
list | table | [['Year', 'Value'], ['2017', 550], ['2018', None], ['2019', 7]]
list | 2017 | 550 p
list | 2018 | None c
list | 2019 | 7 None
object | size: 2
object | table | KeyError
object | 2017 | KeyError
object | 2018 | KeyError
object | 2019 | KeyError
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
