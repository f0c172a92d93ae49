#!/usr/bin/env bash
# vtlengine 1.9.6 (PyPI), which runs the Validation and Transformation Language of SDMX, on time series that are not whole.
# Guess: the sum of a year by time_agg("A") is that of one kind of periods, quarters or months, and not of a year, its first
# quarter and its January together; a year of one quarter is marked or left out; the flow after a missing stock is missing;
# week 53 of 2018 is refused, as day 366 is.
# Seen: the year 2018 (100), its first quarter (25) and its January (8) are 133. One quarter is the year 2019. After a quarter
# that is not there stock_to_flow gives the flow of both quarters, said of the second; after one that is null the whole stock.
# 2018-W53 is a period.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check vtlengine==1.9.6
cat > "$work/try.py" <<'PY'
import pandas
from vtlengine import run
columns = [("AREA", "String", "Identifier"), ("TIME", "Time_Period", "Identifier"), ("BOXES", "Number", "Measure")]
structure = {"datasets": [{"name": "DS", "DataStructure": [{"name": name, "type": kind, "role": role, "nullable": role == "Measure"} for name, kind, role in columns]}]}
def say(name, script, figures):
    rows = pandas.DataFrame({"AREA": "North", "TIME": list(figures), "BOXES": list(figures.values())})
    try:
        seen = run(script=f"R <- {script};", data_structures=structure, datapoints={"DS": rows})["R"].data
        print(name, "|", *[f"{time}: {boxes:g}" for time, boxes in zip(seen["TIME"], seen["BOXES"])])
    except Exception as error:
        print(name, "|", type(error).__name__)
years = 'sum(DS group all time_agg("A"))'
say("year, quarter and month", years, {"2018": 100, "2018-Q1": 25, "2018-M01": 8})
say("five quarters", years, {"2018-Q1": 1, "2018-Q2": 2, "2018-Q3": 3, "2018-Q4": 4, "2019-Q1": 5})
say("stock to flow, a gap", "stock_to_flow(DS)", {"2018-Q1": 10, "2018-Q2": 12, "2018-Q4": 18})
say("stock to flow, a null", "stock_to_flow(DS)", {"2018-Q1": 10, "2018-Q2": 12, "2018-Q3": None, "2018-Q4": 18})
say("week 53", "DS", {"2018-W53": 1})
say("day 366", "DS", {"2018-D366": 1})
PY
cat > "$work/expected" <<'TXT'
year, quarter and month | 2018: 133
five quarters | 2018: 10 2019: 5
stock to flow, a gap | 2018Q1: 10 2018Q2: 2 2018Q4: 6
stock to flow, a null | 2018Q1: 10 2018Q2: 2 2018Q3: <NA> 2018Q4: 18
week 53 | 2018W53: 1
day 366 | RunTimeError
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
