#!/usr/bin/env bash
# flexidate 1.4 (PyPI), dates as they stand in catalogues and tables, with a number to sort and draw them by.
# Guess: as_float() of a day lies within its year, December 2018 at about 2018.92; 20180903 is 3 September or not read,
# and 44 BC is before 44 AD.
# Seen: each month stands where it ends and each day a month late: December 2018 is 2019.0, its last day 2019.085, while
# the year 2018 is 2018.0. 20180903 is 9 March, 44 BC is the year -2044, the financial year 2018/19 the nineteenth month
# of 2018, at 2019.58, and of the 1980s nothing is left.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check flexidate==1.4
cat > try.py <<'PY'
import flexidate
for text in ["2018", "2018-01", "2018-12", "2018-12-31", "2019", "20180903", "44 BC", "2018/19", "1980s"]:
    date = flexidate.parse(text)
    number = date.as_float()
    print(text, "|", str(date), "|", number if number is None else round(number, 3))
PY
cat > expected <<'TXT'
2018 | 2018 | 2018.0
2018-01 | 2018-01 | 2018.083
2018-12 | 2018-12 | 2019.0
2018-12-31 | 2018-12-31 | 2019.085
2019 | 2019 | 2019.0
20180903 | 2018-03-09 | 2018.275
44 BC | -2044 | -2044.0
2018/19 | 2018-19 | 2019.583
1980s |  | None
TXT
v/bin/python -W ignore try.py > seen
diff expected seen
