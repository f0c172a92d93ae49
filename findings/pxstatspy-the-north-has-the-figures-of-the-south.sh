#!/usr/bin/env bash
# pxstatspy 1.0.1 and pxwebpy 0.6.0 with pandas 3.1.1 (PyPI), clients for the statistical databases of PxWeb; the part of each
# that makes a table of an answer, a JSON-stat 2.0 data set, is given one here.
# Guess: an object "index" gives each code the place of its figures, in whatever order its codes are written; figures may be a
# list or an object of places and figures, which has the same meaning.
# Seen: with codes written in order both are right. pxstatspy takes the order in which codes are written for their places: with
# {"S": 1, "N": 0} the North has the figures of the South. With the figures as an object the places are the figures, 0 and 1 for 550
# and 560, in both, and in pxstatspy those after a gap belong to the place before; pxwebpy refuses objects with gaps. Flags of
# the figures are left out in both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check pxstatspy==1.0.1 pxwebpy==0.6.0 pandas==3.1.1
cat > try.py <<'PY'
from pxstatspy.pxapi import OutputFormatParam, PxAPI
from pxweb._internal.functions import unpack_table_data
def answer(index, value):
    parts = {"Area": ("area", index, {"N": "North", "S": "South"}), "Tid": ("year", {"2017": 0, "2018": 1}, {"2017": "2017", "2018": "2018"}),
             "ContentsCode": ("contents", {"B": 0}, {"B": "Boxes"})}
    return {"version": "2.0", "class": "dataset", "id": list(parts), "size": [2, 2, 1], "value": value, "status": {"1": "p"},
            "dimension": {name: {"label": label, "category": {"index": places, "label": labels}} for name, (label, places, labels) in parts.items()}}
listed = [550, 560, 7, 8]
for what, index, value in [("in order", {"N": 0, "S": 1}, listed), ("codes in another order", {"S": 1, "N": 0}, listed),
                           ("an object of figures", {"N": 0, "S": 1}, {str(place): figure for place, figure in enumerate(listed)}),
                           ("an object with a gap", {"N": 0, "S": 1}, {"0": 550, "2": 7, "3": 8})]:
    table = PxAPI._process_jsonstat_to_df(None, answer(index, value), OutputFormatParam.USE_TEXTS, False)
    print("pxstatspy", what, "|", ", ".join(" ".join(map(str, row)) for row in table.itertuples(index=False)))
    try:
        rows = unpack_table_data(answer(index, value))
        print("pxwebpy", what, "|", ", ".join(f"{row['area']} {row['year']} {row['value']}" for row in rows))
    except ValueError:
        print("pxwebpy", what, "| refused")
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
pxstatspy in order | North 2017 550, North 2018 560, South 2017 7, South 2018 8
pxwebpy in order | North 2017 550, North 2018 560, South 2017 7, South 2018 8
pxstatspy codes in another order | South 2017 550, South 2018 560, North 2017 7, North 2018 8
pxwebpy codes in another order | North 2017 550, North 2018 560, South 2017 7, South 2018 8
pxstatspy an object of figures | North 2017 0, North 2018 1, South 2017 2, South 2018 3
pxwebpy an object of figures | North 2017 0, North 2018 1, South 2017 2, South 2018 3
pxstatspy an object with a gap | North 2017 0, North 2018 2, South 2017 3
pxwebpy an object with a gap | refused
TXT
diff expected seen
