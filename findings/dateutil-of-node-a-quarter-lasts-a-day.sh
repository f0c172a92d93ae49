#!/usr/bin/env bash
# dateutil 0.1.0 (npm), which reads ISO 8601 "including quarters and years".
# Guess: a date that is read knows how long it is: a year 365 or 366 days, a month 30, a week 7, a quarter about 91. A week 53 of a
# year without one is refused, as an impossible day is. 201804 is April 2018, or refused.
# Seen: years, months and weeks are right; each quarter lasts a day. Week 53 of 2018 and of 2021 are the first weeks of the next
# year, 30 February is 2 March. 201804 is the year 201,804.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dateutil@0.1.0
cat > try.cjs <<'JS'
const dateutil = require('dateutil')
for (const said of ['2018', '2020', '2018-04', '2018-W14', '2018-04-03', '2018-Q1', '2018-Q2', '2018Q4', '2018-W53', '2021-W53', '2018-02-30', '201804']) {
  const date = dateutil.parse(said)
  console.log(said, '|', date.type, '| from', isNaN(date) ? 'nothing' : date.toISOString().split('T')[0], '| days', date.size / 86400000)
}
JS
TZ=UTC node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
2018 | year | from 2018-01-01 | days 365
2020 | year | from 2020-01-01 | days 366
2018-04 | year_and_month | from 2018-04-01 | days 30
2018-W14 | year_and_week | from 2018-04-02 | days 7
2018-04-03 | date | from 2018-04-03 | days 1
2018-Q1 | year_and_quarter | from 2018-01-01 | days 1
2018-Q2 | year_and_quarter | from 2018-04-01 | days 1
2018Q4 | year_and_quarter | from 2018-10-01 | days 1
2018-W53 | year_and_week | from 2018-12-31 | days 7
2021-W53 | year_and_week | from 2022-01-03 | days 7
2018-02-30 | date | from 2018-03-02 | days 1
201804 | year | from +201804-01-01 | days 366
TXT
diff expected seen
