#!/usr/bin/env bash
# date-range-compressor 3.0.0 (npm), two days to the full years, the full months and the days between them.
# Guess: 1 January to 31 December 2018 is the year 2018, April to June 2018 three months, 1 April 2018 to 31 March 2019 twelve.
# Seen: two whole years are years and one whole month is a month, but a range within a year or two loses its last month: the year
# 2018 is eleven months and the 31 days of December, no year; a quarter is two months and 30 days, a financial year eleven months
# and 31 days. From December 2017 to January 2019 all is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund date-range-compressor@3.0.0
cat > try.cjs <<'JS'
const { compressDateRange } = require('date-range-compressor')
for (const [from, to] of [['20180101', '20191231'], ['20171201', '20190131'], ['20180101', '20180131'], ['20180101', '20181231'],
  ['20180401', '20180630'], ['20180401', '20190331']]) {
  const { years, months, days } = compressDateRange(from, to)
  console.log(from, 'to', to, '| years', years.join(' ') || 'none', '| months', months.length, '| last', months[months.length - 1] ?? 'none', '| days', days.length)
}
JS
TZ=UTC node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
20180101 to 20191231 | years 2018 2019 | months 0 | last none | days 0
20171201 to 20190131 | years 2018 | months 2 | last 201901 | days 0
20180101 to 20180131 | years none | months 1 | last 201801 | days 0
20180101 to 20181231 | years none | months 11 | last 201811 | days 31
20180401 to 20180630 | years none | months 2 | last 201805 | days 30
20180401 to 20190331 | years none | months 11 | last 201902 | days 31
TXT
diff expected seen
