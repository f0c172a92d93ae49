#!/usr/bin/env bash
# fiscal-year 1.0.0 (npm).
# Guess: with a year that begins on 6 April, as the British tax year does, 5 April 2019 lies in the fourth quarter and
# the last month of the year that ends on it, and 5 July in the first quarter.
# Seen: only the year knows the day. 5 April 2019 is in the first quarter and the first month of the year 2019, which
# began twelve months before, and 1 to 5 July in the second quarter.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund fiscal-year@1.0.0
cat > try.cjs <<'JS'
const FiscalYear = require('fiscal-year').default
const tax = FiscalYear({ month: 3, day: 6 })
for (const day of ['2018-04-06', '2019-03-31', '2019-04-05', '2019-04-06', '2019-07-05', '2019-07-06'])
  console.log(`${day} | year ${tax.getFiscalYear(day)}, quarter ${tax.getFiscalQuarter(day)}, month ${tax.getFiscalMonth(day) + 1}`)
JS
TZ=UTC node try.cjs > seen
cat > expected <<'TXT'
2018-04-06 | year 2019, quarter 1, month 1
2019-03-31 | year 2019, quarter 4, month 12
2019-04-05 | year 2019, quarter 1, month 1
2019-04-06 | year 2020, quarter 1, month 1
2019-07-05 | year 2020, quarter 2, month 4
2019-07-06 | year 2020, quarter 2, month 4
TXT
diff expected seen
