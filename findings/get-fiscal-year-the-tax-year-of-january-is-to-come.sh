#!/usr/bin/env bash
# get-fiscal-year 3.0.6 (npm), the current financial year of a country. The clock is set for the run.
# Guess: on 15 January 2019 the current tax year of the United Kingdom, from 6 April to 5 April, is that from 6 April 2018,
# as it is on the 5th, and a country whose financial year is the calendar year, as Germany, has that.
# Seen: the day of the month is compared without its month: from the 6th of January, of February and of March on the current
# year is one that has not begun, 2019-20, and the last one is that which still runs. Years from the first of a month are
# right. Germany and Ireland are a TypeError, and UK is undefined where GB is known.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund get-fiscal-year@3.0.6
cat > try.cjs <<'JS'
const found = require('get-fiscal-year')
const Year = found.default || found
console.error = () => {}
const Clock = Date
const at = day => {
  const now = new Clock(day + 'T12:00:00Z')
  globalThis.Date = class extends Clock {
    constructor(...parts) { if (parts.length) super(...parts); else super(now) }
    static now() { return +now }
  }
}
const text = day => new Clock(day).toISOString().slice(0, 10)
const say = (country, period) => {
  try {
    const year = new Year().getFiscalYear(country, period)
    return year ? `${text(year.fiscalYearStart)} to ${text(year.fiscalYearEnd)}` : String(year)
  } catch (error) {
    return error.name
  }
}
for (const day of ['2018-04-05', '2018-04-06', '2018-12-31', '2019-01-05', '2019-01-15', '2019-02-20', '2019-03-03', '2019-03-31']) {
  at(day)
  console.log(day, '| GB', say('GB', 'current'), '| last', say('GB', 'last'), '| IN', say('IN', 'current'))
}
console.log('DE', say('DE', 'current'), '| IE', say('IE', 'current'), '| UK', say('UK', 'current'))
JS
cat > expected <<'TXT'
2018-04-05 | GB 2017-04-06 to 2018-04-05 | last 2016-04-06 to 2017-04-05 | IN 2018-04-01 to 2019-03-31
2018-04-06 | GB 2018-04-06 to 2019-04-05 | last 2017-04-06 to 2018-04-05 | IN 2018-04-01 to 2019-03-31
2018-12-31 | GB 2018-04-06 to 2019-04-05 | last 2017-04-06 to 2018-04-05 | IN 2018-04-01 to 2019-03-31
2019-01-05 | GB 2018-04-06 to 2019-04-05 | last 2017-04-06 to 2018-04-05 | IN 2018-04-01 to 2019-03-31
2019-01-15 | GB 2019-04-06 to 2020-04-05 | last 2018-04-06 to 2019-04-05 | IN 2018-04-01 to 2019-03-31
2019-02-20 | GB 2019-04-06 to 2020-04-05 | last 2018-04-06 to 2019-04-05 | IN 2018-04-01 to 2019-03-31
2019-03-03 | GB 2018-04-06 to 2019-04-05 | last 2017-04-06 to 2018-04-05 | IN 2018-04-01 to 2019-03-31
2019-03-31 | GB 2019-04-06 to 2020-04-05 | last 2018-04-06 to 2019-04-05 | IN 2018-04-01 to 2019-03-31
DE TypeError | IE TypeError | UK undefined
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
