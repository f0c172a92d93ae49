#!/usr/bin/env bash
# CtrlRound 0.6.0 with pandas 3.1.1 (PyPI), controlled rounding of tables to keep people from being known.
# Guess: a count that is missing stays missing, or is refused, and rows without an area are in the total.
# Seen: a missing count comes out as 0, and its table says so too, so that in what is published it is a count of none;
# rows whose area is missing are not in the table, and not in any total either: of 25 people 5 are left. Nothing is said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check CtrlRound==0.6.0 pandas==3.1.1
cat > try.py <<'PY'
import contextlib, io, pandas, CtrlRound
def say(name, areas, counts):
    rows = pandas.DataFrame({"area": areas, "sex": ["m", "f"] * 2, "people": counts})
    with contextlib.redirect_stdout(io.StringIO()):
        found = CtrlRound.ctrl_round(rows, ["area", "sex"], "people", rounding_base=5)
    margins, cells = found["rounded_margins"], found["rounded_table"]
    total = margins[margins.area.isna() & margins.sex.isna()].people.iloc[0]
    print(name, "|", *(f"{row.area} {row.sex} {row.people:g}" for row in cells.itertuples()), "| total", f"{total:g}", "of", f"{rows.people.sum():g}")
say("all known", ["N", "N", "S", "S"], [2, 3, 5, 15])
say("one count missing", ["N", "N", "S", "S"], [2, None, 5, 15])
say("area missing", ["N", "N", None, None], [2, 3, 5, 15])
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
all known | N f 5 N m 0 S f 15 S m 5 | total 25 of 25
one count missing | N f 0 N m 0 S f 15 S m 5 | total 20 of 22
area missing | N f 5 N m 0 | total 5 of 25
TXT
diff expected seen
