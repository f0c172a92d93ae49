#!/usr/bin/env bash
# @markwhen/parser 1.2.0 (npm), which makes timelines of a text with dates in front.
# Guess: "2018/19: 550 boxes" and "2018-19: 550 boxes" are the financial year, or no event; of 2009-04/03, April 2009 to
# March, likewise.
# Seen: both financial years, and a month 31, become events of no length at the moment at which the page is drawn. 2009-04/03
# goes from 1 January 2009 back to 1 May of the year 3. Half a year, P12M, Q2 2018, about 2018 and 2018~ are no events, and
# nothing is said. 2018/2019 is both years to the end of 2019, 2018-04/2019-03 the financial year, "2018-04/12 months" too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @markwhen/parser@1.2.0 luxon@3.7.2
cat > try.cjs <<'JS'
const { parse } = require('@markwhen/parser')
const events = node => node.children ? node.children.flatMap(events) : [node]
const hour = 3600000
for (const said of ['2018', '2018/2019', '2018-04/2019-03', '2018-04/12 months', '2018/19', '2018-19', '2018-31-03', '2009-04/03',
  '2018-04-01/0.5 years', '2018-04/P12M', 'Q2 2018', 'about 2018', '2018~']) {
  const found = events(parse(said + ': 550 boxes').events).map(({ dateRangeIso: range }) =>
    [range.fromDateTimeIso, range.toDateTimeIso].map(time => Math.abs(new Date(time) - Date.now()) < hour ? 'now' : time.slice(0, 10)).join(' to '))
  console.log(said, '|', found.join() || 'no event')
}
JS
cat > expected <<'TXT'
2018 | 2018-01-01 to 2019-01-01
2018/2019 | 2018-01-01 to 2020-01-01
2018-04/2019-03 | 2018-04-01 to 2019-04-01
2018-04/12 months | 2018-04-01 to 2019-04-01
2018/19 | now to now
2018-19 | now to now
2018-31-03 | now to now
2009-04/03 | 2009-01-01 to 0003-05-01
2018-04-01/0.5 years | no event
2018-04/P12M | no event
Q2 2018 | no event
about 2018 | no event
2018~ | no event
TXT
TZ=UTC node try.cjs > seen
diff expected seen
