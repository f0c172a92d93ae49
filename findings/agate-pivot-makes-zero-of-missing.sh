#!/usr/bin/env bash
# agate 1.14.2 (PyPI), tables for journalists.
# Guess: a year for which an area has no row is empty when the table is turned from long to wide; a sum of no figures is
# empty, as the mean and the maximum of none are; of a year without a figure there is no rank, or it is the last.
# Seen: denormalize() and pivot() write 0 where there is no row, a sum of no figures is 0, and with the highest first a
# year without a figure is in the first place (Rank and order_by alike).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check agate==1.14.2
cat > try.py <<'PY'
from agate import Count, Max, Mean, Number, Rank, Sum, Table, Text
def show(what, table): print(what, *[" ".join(map(str, row.values())) for row in table.rows], sep=" | ")
areas = Table([("North", "2018", 5), ("North", "2019", 6), ("South", "2018", 7)], ["area", "year", "boxes"], [Text(), Text(), Number()])
show("denormalize", areas.denormalize("area", "year", "boxes"))
show("pivot", areas.pivot("area", "year", Sum("boxes")))
years = Table([("2015", 100), ("2016", None), ("2017", 121)], ["year", "boxes"], [Text(), Number()])
show("mean, max, sum, figures", years.group_by("year").aggregate([("mean", Mean("boxes")), ("max", Max("boxes")), ("sum", Sum("boxes")), ("n", Count("boxes"))]))
show("rank, lowest first", years.compute([("rank", Rank("boxes"))]))
show("rank, highest first", years.compute([("rank", Rank("boxes", reverse=True))]))
show("order, highest first", years.order_by("boxes", reverse=True))
PY
cat > expected <<'TXT'
denormalize | North 5 6 | South 7 0
pivot | North 5 6 | South 7 0
mean, max, sum, figures | 2015 100 100 100 1 | 2016 None None 0 0 | 2017 121 121 121 1
rank, lowest first | 2015 100 1 | 2016 None 3 | 2017 121 2
rank, highest first | 2015 100 3 | 2016 None 1 | 2017 121 2
order, highest first | 2016 None | 2017 121 | 2015 100
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
