#!/usr/bin/env bash
# timeslot-dag 2.2.0 (npm), periods within periods, for tables of weeks, months and years.
# Guess: a week is a part of one month and one year, that of most of its days, in both directions, as its documentation says:
# the weeks of the months are all weeks, each once, and the same week is in one year only.
# Seen: upwards the week of 26 March 2018 is in March. Downwards it is in March and in April, that of 30 April in April and
# May: the months of 2018 have 63 weeks, with ten of them twice, and sums of weekly figures by toChildPeriodicity are too high.
# Week 53 of 2020 is among the weeks of 2020 and of 2021. Week 53 of 2018, which had 52, is the first of 2019.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund timeslot-dag@2.2.0
cat > try.cjs <<'JS'
const TimeSlot = require('timeslot-dag')
for (const week of ['2018-W13-mon', '2018-W18-mon', '2020-W53-mon']) {
  const slot = TimeSlot.fromValue(week)
  console.log(week, '| in', slot.toParentPeriodicity('month').value, '| in', slot.toParentPeriodicity('year').value)
}
const weeks = (value) => TimeSlot.fromValue(value).toChildPeriodicity('week_mon').map((slot) => slot.value)
for (const month of ['2018-03', '2018-04', '2018-05']) console.log(month, '|', ...weeks(month))
const ofMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((month) => weeks(`2018-${String(month).padStart(2, '0')}`))
console.log('months of 2018 |', ofMonths.length, 'weeks | different ones', new Set(ofMonths).size)
for (const year of ['2020', '2021']) console.log(year, '| first', weeks(year)[0], '| last', weeks(year).pop(), '| in all', weeks(year).length)
const odd = TimeSlot.fromValue('2018-W53-mon')
console.log('2018-W53-mon | from', odd.firstDate.toISOString().slice(0, 10), '| in', odd.toParentPeriodicity('year').value)
JS
TZ=UTC node try.cjs > seen
cat > expected <<'TXT'
2018-W13-mon | in 2018-03 | in 2018
2018-W18-mon | in 2018-05 | in 2018
2020-W53-mon | in 2020-12 | in 2020
2018-03 | 2018-W09-mon 2018-W10-mon 2018-W11-mon 2018-W12-mon 2018-W13-mon
2018-04 | 2018-W13-mon 2018-W14-mon 2018-W15-mon 2018-W16-mon 2018-W17-mon 2018-W18-mon
2018-05 | 2018-W18-mon 2018-W19-mon 2018-W20-mon 2018-W21-mon 2018-W22-mon
months of 2018 | 63 weeks | different ones 53
2020 | first 2020-W01-mon | last 2020-W53-mon | in all 53
2021 | first 2020-W53-mon | last 2021-W52-mon | in all 53
2018-W53-mon | from 2018-12-31 | in 2019
TXT
diff expected seen
