#!/usr/bin/env bash
# little-date 1.2.1 (npm), which writes the time between two dates in few words.
# Guess: what is left out of a period is what both ends share: from January 2009 to December 2018 is "2009 - 2018", and
# from April 2018 to March 2019 "Apr 2018 - Mar 2019" or "Apr '18 - Mar '19".
# Seen: a whole year, a quarter is known by the days of its ends alone, not by their years: ten years from 2009 to 2018
# are "2009", and from April 2018 to June 2019 is "Q2 2018". Of a financial year, and of two, the year of the start is
# left out: "Apr - Mar 2019", "Apr - Mar 2020". Days have both years.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund little-date@1.2.1
cat > try.mjs <<'JS'
import { formatDateRange } from 'little-date'
for (const [from, to] of [['2018-01-01', '2018-12-31'], ['2018-01-01', '2019-12-31'], ['2009-01-01', '2018-12-31'], ['2018-04-01', '2018-06-30'], ['2018-04-01', '2019-06-30'],
  ['2018-04-01', '2019-03-31'], ['2018-04-01', '2020-03-31'], ['2018-09-03', '2019-09-03']])
  console.log(from, to, '|', formatDateRange(new Date(`${from}T00:00:00`), new Date(`${to}T23:59:59`), { today: new Date('2026-11-30T12:00:00') }))
JS
cat > expected <<'TXT'
2018-01-01 2018-12-31 | 2018
2018-01-01 2019-12-31 | 2018
2009-01-01 2018-12-31 | 2009
2018-04-01 2018-06-30 | Q2 2018
2018-04-01 2019-06-30 | Q2 2018
2018-04-01 2019-03-31 | Apr - Mar 2019
2018-04-01 2020-03-31 | Apr - Mar 2020
2018-09-03 2019-09-03 | Sep 3 '18 - Sep 3 '19
TXT
TZ=UTC node try.mjs > seen
diff expected seen
