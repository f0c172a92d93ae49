#!/usr/bin/env bash
# pandas 3.1.1 (PyPI), read_json with its defaults.
# Guess: what stands between quotation marks in JSON stays text, and what to_json() wrote comes back from read_json()
# as it was: codes with their zeros, names of rows as they are written.
# Seen: texts that look like numbers become numbers: the code 007 is 7 and 12E5 is 1200000, and the areas 01 and 02 are
# rows 1 and 2. Rows named by financial years, 2009-10 to 2011-12, become the first of October 2009 and so on, rows
# named 2018-Q1 the first of January. With dtype=False and convert_axes=False nothing of this happens.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1
cat > try.py <<'PY'
import io
import pandas
def there_and_back(frame, **options):
    return pandas.read_json(io.StringIO(frame.to_json()), **options)
codes = pandas.DataFrame({"code": ["007", "010"], "ward": ["12E5", "13E1"], "amount": ["1,644", "2"]})
for options in ({}, {"dtype": False, "convert_axes": False}):
    print(there_and_back(codes, **options).values.tolist())
    for rows in (["01", "02"], ["2009-10", "2010-11", "2011-12"], ["2018-Q1", "2018-Q2"], ["2018/19", "2019/20"], ["1-4", "5-9"]):
        print(rows, "|", [str(row) for row in there_and_back(pandas.DataFrame({"v": 1}, index=rows), **options).index])
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
[[7, 1200000.0, '1,644'], [10, 130.0, '2']]
['01', '02'] | ['1', '2']
['2009-10', '2010-11', '2011-12'] | ['2009-10-01 00:00:00', '2010-11-01 00:00:00', '2011-12-01 00:00:00']
['2018-Q1', '2018-Q2'] | ['2018-01-01 00:00:00', '2018-04-01 00:00:00']
['2018/19', '2019/20'] | ['2018/19', '2019/20']
['1-4', '5-9'] | ['1-4', '5-9']
[['007', '12E5', '1,644'], ['010', '13E1', '2']]
['01', '02'] | ['01', '02']
['2009-10', '2010-11', '2011-12'] | ['2009-10', '2010-11', '2011-12']
['2018-Q1', '2018-Q2'] | ['2018-Q1', '2018-Q2']
['2018/19', '2019/20'] | ['2018/19', '2019/20']
['1-4', '5-9'] | ['1-4', '5-9']
TXT
diff expected seen
