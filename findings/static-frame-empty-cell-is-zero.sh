#!/usr/bin/env bash
# static-frame 5.1.1 (PyPI), tables in Python, a CSV file with a year without a figure.
# Guess: an empty cell in a column of counts is missing, as it is in a column of shares, or makes text of the column.
# Seen: it is 0, without a word, and lowers the mean from 6 to 4; in a column of truth values it is False. A line of
# words below the table has 0 boxes. In a column with decimals it is missing, and n/a makes text of the column.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check static-frame==5.1.1
cat > try.py <<'PY'
import io
import static_frame
def say(text):
    table = static_frame.Frame.from_csv(io.StringIO(text))
    column = table[table.columns[-1]]
    print(column.name, "|", *column.values)
    return column
print("mean |", say("year,boxes\n2016,5\n2017,\n2018,7\n").mean())
say("year,boxes\n2016,5\nSource: the office,\n")
say("year,final\n2016,True\n2017,\n")
say("year,rate\n2016,0.5\n2017,\n2018,0.7\n")
say("year,counted\n2016,5\n2017,n/a\n2018,7\n")
PY
cat > expected <<'TXT'
boxes | 5 0 7
mean | 4.0
boxes | 5 0
final | True False
rate | 0.5 nan 0.7
counted | 5 n/a 7
TXT
v/bin/python try.py > seen 2>&1
diff expected seen
