#!/usr/bin/env bash
# datemonkey 0.2.0 (PyPI), which reads columns of dates, says how sure it is of each and warns where day and month may be
# exchanged.
# Guess: a column of years, 2018 to 2020, is read as years or not at all; of a column in which every day may be a month,
# 3/9 and 4/10, it warns, or is less than sure.
# Seen: whole and decimal numbers are days of a workbook, counted from 1900, with high confidence and no warning: 2018 is
# 10 July 1905, the months 201809 and 201810 days of the year 2452, rates of 3.4 and 5.6 days of January 1900. Days that
# may be read both ways are read as in the United States, with high confidence and no warning; one of the 13th or later
# in the column turns all others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check datemonkey==0.2.0
cat > try.py <<'PY'
import datemonkey
for column in (["2018", "2019", "2020"], ["201809", "201810"], ["3.4", "5.6"], ["03/09/2018", "04/10/2018"], ["03/09/2018", "04/10/2018", "13/11/2018"], ["2018-09-03", "2018-10-04"]):
    results = datemonkey.parse_dates(column).results
    print(*column, "|", *(f"{result.parsed:%Y-%m-%d}" for result in results), "|", *sorted({result.confidence.value for result in results}), "|", sum(len(result.warnings) for result in results), "warnings")
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
2018 2019 2020 | 1905-07-10 1905-07-11 1905-07-12 | high | 0 warnings
201809 201810 | 2452-07-12 2452-07-13 | high | 0 warnings
3.4 5.6 | 1900-01-03 1900-01-05 | high | 0 warnings
03/09/2018 04/10/2018 | 2018-03-09 2018-04-10 | high | 0 warnings
03/09/2018 04/10/2018 13/11/2018 | 2018-09-03 2018-10-04 2018-11-13 | high | 0 warnings
2018-09-03 2018-10-04 | 2018-09-03 2018-10-04 | high | 0 warnings
TXT
diff expected seen
