#!/usr/bin/env bash
# arrow 1.4.0 (PyPI) and humanize-duration 3.35.1 (npm).
# Guess: from 1 January 2018 to 1 January 2019 is a year, twelve months or four quarters in words, and from 1
# April to 1 July a quarter.
# Seen: arrow's humanize says 11 months or 3 quarters of the year, 0 quarters of the quarter and 0 months of a
# February; humanize-duration says "11 months, 4 weeks" of 365 days and "2 months, 4 weeks" of a quarter of
# 91: both divide by mean lengths and cut off.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund humanize-duration@3.35.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check arrow==1.4.0
cat > try.py <<'PY'
import arrow
for start, end, units in [("2018-01-01", "2019-01-01", ["year", "quarter", "month"]), ("2018-04-01", "2018-07-01", ["quarter", "month"]), ("2018-02-01", "2018-03-01", ["month"])]:
    for unit in units:
        print(start, end, unit, "|", arrow.get(start).humanize(arrow.get(end), granularity=unit))
print("2018-01-01 2019-01-01 year and month |", arrow.get("2018-01-01").humanize(arrow.get("2019-01-01"), granularity=["year", "month"]))
PY
cat > try.cjs <<'JS'
const words = require('humanize-duration')
for (const [start, end] of [['2018-01-01', '2019-01-01'], ['2018-04-01', '2018-07-01'], ['2018-01-01', '2018-07-01'], ['2018-01-01', '2020-01-01']]) {
  console.log(start, end, '|', words(new Date(end) - new Date(start), { largest: 2 }))
}
JS
cat > expected <<'TXT'
2018-01-01 2019-01-01 year | a year ago
2018-01-01 2019-01-01 quarter | 3 quarters ago
2018-01-01 2019-01-01 month | 11 months ago
2018-04-01 2018-07-01 quarter | 0 quarters ago
2018-04-01 2018-07-01 month | 2 months ago
2018-02-01 2018-03-01 month | 0 months ago
2018-01-01 2019-01-01 year and month | a year and 0 months ago
2018-01-01 2019-01-01 | 11 months, 4 weeks
2018-04-01 2018-07-01 | 2 months, 4 weeks
2018-01-01 2018-07-01 | 5 months, 4 weeks
2018-01-01 2020-01-01 | 1 year, 11 months
TXT
{ v/bin/python -W ignore try.py && node try.cjs; } > seen 2> /dev/null
diff expected seen
