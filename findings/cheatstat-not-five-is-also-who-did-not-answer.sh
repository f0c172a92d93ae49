#!/usr/bin/env bash
# cheatstat 4.1.2 with pandas 3.1.1 (PyPI), frequencies and crosstables with survey weights.
# Guess: recode() by "not 5" and "else" leaves an answer missing that is missing; weighted shares are those of the weights,
# 0.7 of 1.7, and the cells of a crosstable add up to its margins.
# Seen: a missing answer is "not 5" and "else". Weighted counts are rounded to whole numbers before shares are worked out:
# 0.7, 0.6 and 0.4 are 1, 1 and 0, which is 50%, 50% and 0%. In a crosstable cells and margins are rounded by themselves: a
# row whose cells are 0 and 0 adds up to 1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check cheatstat==4.1.2 pandas==3.1.1
cat > try.py <<'PY'
import contextlib, io, cheatstat, pandas
def quiet(what, *args, **named):
    with contextlib.redirect_stdout(io.StringIO()):
        return what(*args, **named)
answers = pandas.DataFrame({"answer": [5, 2, None]})
print("not 5 |", *quiet(cheatstat.recode, answers, "answer", {"not 5": 1, "5": 0}, new_name="said").said)
print("else |", *quiet(cheatstat.recode, answers, "answer", {"5": 0, "else": 1}, new_name="said").said)
rows = pandas.DataFrame({"answer": [1, 2, 2, 3], "weight": [0.7, 0.3, 0.3, 0.4]})
print(quiet(cheatstat.fre, rows, "answer", weight="weight").iloc[:, :3].to_string(index=False))
rows = pandas.DataFrame({"answer": [1, 2, 2, 3], "weight": [1.5, 0.5, 0.5, 0.5], "sex": ["f", "m", "f", "m"]})
said = io.StringIO()
with contextlib.redirect_stdout(said):
    print(cheatstat.cross_tab(rows, "answer", "sex", weight="weight"))
for line in said.getvalue().split("--- observed ---")[1].split("---")[0].strip().splitlines():
    print(line.rstrip())
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
not 5 | 0 1 1
else | 0 1 1
Ausprägung  Häufigkeiten Prozent
         1             1    50.0
         2             1    50.0
         3             0     0.0
     Summe             2     ---
    n-nan=             2     ---
sex     f  m  Gesamt
answer
1       2  0       2
2       0  0       1
3       0  0       0
Gesamt  2  1       3
TXT
diff expected seen
