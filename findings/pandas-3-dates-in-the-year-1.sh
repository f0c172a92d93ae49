#!/usr/bin/env bash
# pandas 3.1.1 (PyPI).
# Guess: read_csv(parse_dates=) of a column that holds no dates leaves it as text, as its manual says; of
# months such as Mar-19 it makes months of 2019 or leaves them.
# Seen: since dates outside 1677 to 2262 can be held, they are: age bands 1-4, 5-9 are 4 January and 9 May of
# the year 1, Mar-19 is 19 March of the year 1, amounts 12.5m are 12 minutes 30 past midnight, and 1,644
# is the year 644. Financial years 2009/10 to 2011/12 are October 2009 to December 2011, and with
# 2012/13 among them the column stays text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1
cat > "$work/try.py" <<'PY'
import io, pandas
for cells in [["1-4", "5-9"], ["Mar-19", "Apr-19"], ["12.5m", "3m"], ["1,644", "2,100"], ["2009/10", "2010/11", "2011/12"], ["2011/12", "2012/13"]]:
    table = "\n".join(["x", *(f'"{cell}"' for cell in cells)])
    print(cells, [str(cell) for cell in pandas.read_csv(io.StringIO(table), parse_dates=["x"])["x"]])
PY
cat > "$work/expected" <<'TXT'
['1-4', '5-9'] ['0001-01-04 00:00:00', '0001-05-09 00:00:00']
['Mar-19', 'Apr-19'] ['0001-03-19 00:00:00', '0001-04-19 00:00:00']
['12.5m', '3m'] ['0001-01-01 00:12:30', '0001-01-01 00:03:00']
['1,644', '2,100'] ['0644-01-01 00:00:00', '0100-02-01 00:00:00']
['2009/10', '2010/11', '2011/12'] ['2009-10-01 00:00:00', '2010-11-01 00:00:00', '2011-12-01 00:00:00']
['2011/12', '2012/13'] ['2011/12', '2012/13']
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
