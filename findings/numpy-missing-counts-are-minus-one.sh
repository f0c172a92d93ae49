#!/usr/bin/env bash
# numpy 2.4.6 (PyPI), genfromtxt(), which reads CSV with gaps.
# Guess: a count that is missing is masked or NaN, as a rate is, or makes numbers with decimals of the column; n/a and
# 5% in a column of whole numbers are errors; headings and texts stay.
# Seen: a missing count is -1 and lowers the mean from 6 to 3.7, a missing flag is False. With dtype=int n/a and 5% are
# -1 too, without a word. The heading 2016/17 is 201617, and of "Table #2" all behind the sign is cut off as a comment.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check numpy==2.4.6
cat > try.py <<'PY'
import io, numpy
def read(text, **settings):
    return numpy.genfromtxt(io.StringIO(text), delimiter=",", names=True, encoding="utf-8", **settings)
table = read("year,boxes,rate,final\n2016,5,0.5,True\n2017,,,\n2018,7,0.7,False\n", dtype=None)
for name in table.dtype.names:
    print(name, "|", *table[name].tolist())
print("mean |", round(float(table["boxes"].mean()), 1))
print("dtype=int |", *read("year,boxes\n2016,5\n2017,n/a\n2018,5%\n", dtype=int)["boxes"].tolist())
table = read("2016/17,name\n5,Table #2\n6,Table 3\n", dtype=None)
print(*table.dtype.names, "|", *table["name"].tolist(), sep=" ")
PY
cat > expected <<'TXT'
year | 2016 2017 2018
boxes | 5 -1 7
rate | 0.5 nan 0.7
final | True False False
mean | 3.7
dtype=int | 5 -1 -1
201617 name | Table Table 3
TXT
v/bin/python -W ignore try.py > seen
diff expected seen
