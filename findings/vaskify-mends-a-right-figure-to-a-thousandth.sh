#!/usr/bin/env bash
# ssb-vaskify 0.0.5 with pandas 3.1.1 (PyPI), which looks for errors in the figures of offices of statistics.
# Guess: thousand_error() finds the figure that was given in pounds instead of thousands, 10,000 between 10 and 10, and
# puts 10 in its place; a rise from none is no such error, and years with others between them are not neighbours. hb()
# tells every area whose figure is far from that of the year before, one that fell to none first of all.
# Seen: the right figure after a wrong one is "mended" as well, 10 to 0.01, and so is the first one after a zero, 9 to
# 0.009; 2016 and 2020 are compared as neighbours. hb() leaves areas out of its table whose figure is 0 or missing in
# one of the years: the fall from 60 to none is not there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ssb-vaskify==0.0.5 pandas==3.1.1
cat > try.py <<'PY'
import pandas, vaskify
def table(rows):
    return vaskify.Detect(pandas.DataFrame(rows, columns=["area", "period", "boxes"]), "area")
found = table([("North", "2018-Q4", 10.0), ("North", "2019-Q1", 10000.0), ("North", "2019-Q2", 10.0), ("North", "2019-Q3", 11.0),
               ("South", "2018-Q4", 0.0), ("South", "2019-Q1", 9.0), ("South", "2019-Q2", 9.0),
               ("West", "2016-Q1", 7.0), ("West", "2020-Q1", 7000.0)]).thousand_error("boxes", "period", impute=True, impute_var="mended")
for row in found.itertuples():
    print(row.area, row.period, row.boxes, "| flag", row.flag_thousand, "| mended", row.mended)
changes = {"A": (10, 11), "B": (20, 21), "C": (30, 33), "D": (40, 44), "E": (50, 500), "F": (60, 0), "G": (70, None), "H": (0, 80)}
found = table([(area, year, count) for area, counts in changes.items() for year, count in zip(("2018", "2019"), counts)]).hb("boxes", "period")
print("areas", *changes, "| in the table of hb", *found.area, "| flagged", *found.area[found.flag_hb == 1])
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
North 2018-Q4 10.0 | flag nan | mended 10.0
North 2019-Q1 10000.0 | flag 1.0 | mended 10.0
North 2019-Q2 10.0 | flag 1.0 | mended 0.01
North 2019-Q3 11.0 | flag 0.0 | mended 11.0
South 2018-Q4 0.0 | flag nan | mended 0.0
South 2019-Q1 9.0 | flag 1.0 | mended 0.009
South 2019-Q2 9.0 | flag 0.0 | mended 9.0
West 2016-Q1 7.0 | flag nan | mended 7.0
West 2020-Q1 7000.0 | flag 1.0 | mended 7.0
areas A B C D E F G H | in the table of hb A B C D E | flagged E
TXT
diff expected seen
