#!/usr/bin/env bash
# jsonstat-validator 0.4.6 (PyPI), for JSON-stat 2.0.
# Guess: a data set with fewer values than cells, or with a value at a place that no cell has, is not valid, since
# it refuses a size that differs from the number of categories, and fewer flags than cells.
# Seen: all are valid: two values for three years, a value in the eighth place of three, categories at the places
# 0, 5 and 1, and figures as text. After that every figure can stand at another year than its own.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check jsonstat-validator==0.4.6
cat > try.py <<'PY'
from jsonstat_validator import validate_jsonstat
years = ["2017", "2018", "2019"]
def time(index): return {"dimension": {"time": {"category": {"index": index}}}}
good = {"version": "2.0", "class": "dataset", "id": ["time"], "size": [3], "value": [1, None, 3], **time(years)}
for name, change in [("good", {}), ("size", {"size": [4]}), ("two years alike", time(["2017", "2017", "2019"])), ("two values", {"value": [1, 3]}),
                     ("two flags", {"status": ["p", "c"]}), ("eighth value", {"value": {"7": 1}}), ("category 5", time({"2017": 0, "2018": 5, "2019": 1})), ("text", {"value": ["1", "..", "3"]})]:
    try:
        print(name, "|", validate_jsonstat({**good, **change}))
    except Exception as error:
        print(name, "|", type(error).__name__)
PY
cat > expected <<'TXT'
good | True
size | JSONStatValidationError
two years alike | JSONStatValidationError
two values | True
two flags | JSONStatValidationError
eighth value | True
category 5 | True
text | True
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
