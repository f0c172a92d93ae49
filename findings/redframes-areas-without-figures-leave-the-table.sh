#!/usr/bin/env bash
# redframes 1.4.1 with pandas 2.3.3 (PyPI), tables in Python in the manner of dplyr.
# Guess: a year or an area without figures stays, empty, when a table is turned from long to wide or back; count and
# mean are of the same cells; 1 in replace() is the number; codes in a file keep their zeros.
# Seen: spread() drops a year without a figure and an area without one, gather() each row without one, without a word.
# count counts cells that mean leaves out, and the sum of none is 0. A flag that is True becomes 10 with {1: 10}, and
# the code 007 of a file is 7.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check redframes==1.4.1 pandas==2.3.3
cat > try.py <<'PY'
import redframes
from redframes import DataFrame, stat
def say(name, table):
    print(name, "|", table.to_dict("list") if hasattr(table, "to_dict") else redframes.unwrap(table).to_dict("list"))
long = DataFrame({"area": ["North", "North", "South"], "year": ["2017", "2018", "2017"], "boxes": [5, None, None]})
say("spread", long.spread("year", "boxes"))
say("gather", DataFrame({"area": ["North", "South"], "2017": [5, None], "2018": [6, 7]}).gather(["2017", "2018"]))
say("summarize", long.group("area").summarize({"count": ("boxes", stat.count), "mean": ("boxes", stat.mean), "sum": ("boxes", stat.sum)}))
say("replace", DataFrame({"flag": [1, 2, True]}).replace({"flag": {1: 10}}))
open("t.csv", "w").write("code,boxes\n007,5\n012,6\n")
say("load", redframes.load("t.csv"))
PY
cat > expected <<'TXT'
spread | {'area': ['North'], '2017': [5.0]}
gather | {'area': ['North', 'North', 'South'], 'variable': ['2017', '2018', '2018'], 'value': [5.0, 6.0, 7.0]}
summarize | {'area': ['North', 'South'], 'count': [2, 1], 'mean': [5.0, nan], 'sum': [5.0, 0.0]}
replace | {'flag': [10, 2, 10]}
load | {'code': [7, 12], 'boxes': [5, 6]}
TXT
v/bin/python -W ignore try.py > seen 2>&1
diff expected seen
