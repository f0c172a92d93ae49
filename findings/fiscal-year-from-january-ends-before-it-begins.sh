#!/usr/bin/env bash
# fiscal 1.0.0 (npm), dates of financial years and quarters from the month in which the year begins.
# Guess: a year from January is 2018-01-01 to 2018-12-31, as one from April is 2018-04-01 to 2019-03-31, and both years
# and quarters last to the end of their last day.
# Seen: the year 2018 from January ends a day before it begins, on 31 December 2017, so that no date is within it. Years end
# with the last second of a day, quarters with the first: noon of 30 June is outside its own quarter.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund fiscal@1.0.0
cat > try.cjs <<'JS'
const Fiscal = require('fiscal')
const text = date => date.toISOString().slice(0, 19)
const within = (date, { startDate, endDate }) => startDate <= date && date <= endDate ? 'within' : 'outside'
for (const month of [0, 3, 6])
  for (const day of ['2018-06-29', '2018-06-30']) {
    const date = new Date(day + 'T12:00:00')
    const { fiscalYear: year, quarter } = new Fiscal(month).getFiscalInfoForDate(date)
    console.log(month, day, '| year', year.fiscalYear, text(year.startDate), text(year.endDate), within(date, year),
      '| quarter', quarter.number, text(quarter.startDate), text(quarter.endDate), within(date, quarter))
  }
JS
cat > expected <<'TXT'
0 2018-06-29 | year 2018 2018-01-01T00:00:00 2017-12-31T23:59:59 outside | quarter 2 2018-04-01T00:00:00 2018-06-30T00:00:00 within
0 2018-06-30 | year 2018 2018-01-01T00:00:00 2017-12-31T23:59:59 outside | quarter 2 2018-04-01T00:00:00 2018-06-30T00:00:00 outside
3 2018-06-29 | year 2019 2018-04-01T00:00:00 2019-03-31T23:59:59 within | quarter 1 2018-04-01T00:00:00 2018-06-30T00:00:00 within
3 2018-06-30 | year 2019 2018-04-01T00:00:00 2019-03-31T23:59:59 within | quarter 1 2018-04-01T00:00:00 2018-06-30T00:00:00 outside
6 2018-06-29 | year 2018 2017-07-01T00:00:00 2018-06-30T23:59:59 within | quarter 4 2018-04-01T00:00:00 2018-06-30T00:00:00 within
6 2018-06-30 | year 2018 2017-07-01T00:00:00 2018-06-30T23:59:59 within | quarter 4 2018-04-01T00:00:00 2018-06-30T00:00:00 outside
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
