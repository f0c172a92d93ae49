#!/usr/bin/env bash
# date-fns 4.4.0 (npm).
# Guess: between the ends of two months next to each other differenceInMonths counts one month, and between those
# of two quarters differenceInQuarters one quarter, as between their first days.
# Seen: 31 March to 30 June is 2 months and no quarter, though formatDistanceStrict says 3 months; 31 January to
# 28 February is no month, 31 March to 30 April is one, and 31 December to 31 March a quarter. From 29 February
# 2020 to 28 February 2021 are 12 months and 4 quarters, and no year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund date-fns@4.4.0
cat > try.cjs <<'JS'
const { differenceInMonths, differenceInQuarters, differenceInYears, formatDistanceStrict } = require('date-fns')
for (const [from, to] of [['2019-01-01', '2019-04-01'], ['2018-12-31', '2019-03-31'], ['2019-03-31', '2019-06-30'], ['2019-06-30', '2019-12-31'], ['2019-03-31', '2019-04-30'], ['2019-01-31', '2019-02-28'], ['2018-11-30', '2019-02-28'], ['2018-02-28', '2019-02-28'], ['2020-02-29', '2021-02-28']]) {
  const days = [new Date(`${to}T00:00`), new Date(`${from}T00:00`)]
  console.log(from, to, '|', differenceInMonths(...days), differenceInQuarters(...days), differenceInYears(...days), '|', formatDistanceStrict(...days))
}
JS
cat > expected <<'TXT'
2019-01-01 2019-04-01 | 3 1 0 | 3 months
2018-12-31 2019-03-31 | 3 1 0 | 3 months
2019-03-31 2019-06-30 | 2 0 0 | 3 months
2019-06-30 2019-12-31 | 6 2 0 | 6 months
2019-03-31 2019-04-30 | 1 0 0 | 1 month
2019-01-31 2019-02-28 | 1 0 0 | 28 days
2018-11-30 2019-02-28 | 3 1 0 | 3 months
2018-02-28 2019-02-28 | 12 4 1 | 1 year
2020-02-29 2021-02-28 | 12 4 0 | 1 year
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
