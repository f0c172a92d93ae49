#!/usr/bin/env bash
# @flourish/interpreter 9.2.0 (npm), which tells the maker of charts of that name what a column holds; the first guess counts.
# Guess: a band of age such as 60-64 is text, for no month is 60 and no day 64; so is a column in which a day does not exist; of
# a column all cells are looked at.
# Seen: 60-64 is 2 February 1905, 1-4 the first of April 1900, and bands stand on an axis of dates. 31 April is 1 May, the
# fifth quarter of 2018 the first of 2019, the half 1/2 is January 2002. Financial years are text, but for 2009-10 to
# 2011-12, which are months. Only 250 cells are looked at: a <5 after them is NaN. 2009/10, 44.5% and −158 are text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @flourish/interpreter@9.2.0
cat > try.mjs <<'JS'
import { createInterpreter } from '@flourish/interpreter'
const show = value => value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value)
for (const column of [
  ['60-64', '65-69'], ['1-4', '5-9'], ['2009-10', '2010-11'], ['2009/10', '2010/11'], ['31/04/2018', '05/03/2018'], ['29 February 2017', '1 March 2018'],
  ['Q5 2018', 'Q1 2018'], ['1/2', '3/4'], ['44.5%', '3%'], ['−158', '12'], ['1,644', '850'],
  [...Array(250).fill('12'), '<5', '13']
]) {
  const guess = createInterpreter()(column)[0]
  console.log(column.length === 2 ? column.join(', ') : '250 figures, <5, 13', '|', guess.type, '|', ...column.slice(-2).map(cell => show(guess.parse(cell))))
}
JS
TZ=UTC node try.mjs > seen 2>&1
cat > expected <<'TXT'
60-64, 65-69 | datetime | 1905-02-02 1905-07-08
1-4, 5-9 | datetime | 1900-04-01 1900-09-05
2009-10, 2010-11 | datetime | 2009-10-01 2010-11-01
2009/10, 2010/11 | string | "2009/10" "2010/11"
31/04/2018, 05/03/2018 | datetime | 2018-05-01 2018-03-05
29 February 2017, 1 March 2018 | datetime | 2017-03-01 2018-03-01
Q5 2018, Q1 2018 | datetime | 2019-01-01 2018-01-01
1/2, 3/4 | datetime | 2002-01-01 2004-03-01
44.5%, 3% | string | "44.5%" "3%"
−158, 12 | string | "−158" "12"
1,644, 850 | number | 1644 850
250 figures, <5, 13 | number | null 13
TXT
diff expected seen
