#!/usr/bin/env bash
# pandas 3.1.1 (PyPI), pivot_table with margins.
# Guess: the row All of a table of sums is the sum of the rows above it, and that of a column does not change when
# another column is added.
# Seen: with births and deaths in one table All leaves out each row in which one of the two is missing: births of 0 and
# 31 add up to 30, deaths of 5 and 6 to 6, and a mean is that of the whole rows. Births alone add up to 31. With
# dropna=False the totals are right. An area whose only figure is missing has the sum 0.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1
cat > try.py <<'PY'
import pandas
rows = pandas.DataFrame({"area": ["North", "South", "South"], "births": [None, 30.0, 1.0], "deaths": [5.0, 6.0, None]})
def say(name, **options):
    print(name, "|", {column: figures.to_dict() for column, figures in rows.pivot_table(index="area", margins=True, **options).items()})
say("sums", values=["births", "deaths"], aggfunc="sum")
say("births alone", values=["births"], aggfunc="sum")
say("dropna=False", values=["births", "deaths"], aggfunc="sum", dropna=False)
say("means", values=["births", "deaths"], aggfunc="mean")
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
sums | {'births': {'North': 0.0, 'South': 31.0, 'All': 30.0}, 'deaths': {'North': 5.0, 'South': 6.0, 'All': 6.0}}
births alone | {'births': {'North': 0.0, 'South': 31.0, 'All': 31.0}}
dropna=False | {'births': {'North': 0.0, 'South': 31.0, 'All': 31.0}, 'deaths': {'North': 5.0, 'South': 6.0, 'All': 11.0}}
means | {'births': {'North': nan, 'South': 15.5, 'All': 30.0}, 'deaths': {'North': 5.0, 'South': 6.0, 'All': 6.0}}
TXT
diff expected seen
