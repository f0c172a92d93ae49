#!/usr/bin/env bash
# iso8601-js-period 0.2.1 (npm), ISO durations to words, with what overflows carried to the next unit when that is asked for.
# Guess: 90 minutes become an hour and a half and 18 months a year and a half; weeks and days, which have no fixed place in a month,
# stay, or a year of 365 days or 52 weeks is about a year.
# Seen: a month has four weeks, so that 30 days are "1 month 2 days", 52 weeks "1 year 1 month", 365 days "1 year 1 month 1 day" and 90
# days "3 months 6 days". In seconds a month has 30 days and a year 360: of 365 days and its own words for them, the words are 26 days
# longer.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund iso8601-js-period@0.2.1
cat > try.cjs <<'JS'
const { Period } = require('iso8601-js-period')
for (const said of ['PT90M', 'P18M', 'P7D', 'P30D', 'P90D', 'P52W', 'P365D', 'P1Y', 'P1Y1M1D']) {
  console.log(said, '|', Period.parseToString(said, undefined, undefined, true), '| days', Period.parseToTotalSeconds(said) / 86400)
}
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
PT90M | 1 hour 30 minutes | days 0.0625
P18M | 1 year 6 months | days 540
P7D | 1 week | days 7
P30D | 1 month 2 days | days 30
P90D | 3 months 6 days | days 90
P52W | 1 year 1 month | days 364
P365D | 1 year 1 month 1 day | days 365
P1Y | 1 year | days 360
P1Y1M1D | 1 year 1 month 1 day | days 391
TXT
diff expected seen
