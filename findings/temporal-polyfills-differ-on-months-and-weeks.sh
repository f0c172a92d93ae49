#!/usr/bin/env bash
# temporal-polyfill 1.0.8 and @js-temporal/polyfill 0.5.1 (npm), two forms of JavaScript's Temporal.
# Guess: both agree; a month is printed by toLocaleString as a day is; 30 days added to April are refused by both.
# Seen: @js-temporal adds days to a month, 2018-04 and P30D are 2018-05 and P29D 2018-04, temporal-polyfill
# refuses. The week of 2 January 2021 is 53 in the ISO calendar in both, in the Gregorian one 1 in @js-temporal
# and undefined in the other. Neither prints a month made by from('2018-04'): its calendar is not that of the
# language, which does not trouble days. The month 19 given as a number is December.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund temporal-polyfill@1.0.8 @js-temporal/polyfill@0.5.1
cat > try.mjs <<'JS'
import { Temporal as one } from 'temporal-polyfill'
import { Temporal as other } from '@js-temporal/polyfill'
const said = work => { try { return String(work()) } catch (error) { return error.name } }
for (const [what, work] of [
  ['print a day', it => it.PlainDate.from('2018-04-01').toLocaleString('en-GB')],
  ['print a month', it => it.PlainYearMonth.from('2018-04').toLocaleString('en-GB')],
  ['a month and 29 days', it => it.PlainYearMonth.from('2018-04').add('P29D')],
  ['a month and 30 days', it => it.PlainYearMonth.from('2018-04').add('P30D')],
  ['week, ISO', it => it.PlainDate.from('2021-01-02').weekOfYear],
  ['week, Gregorian', it => it.PlainDate.from('2021-01-02').withCalendar('gregory').weekOfYear],
  ['2018-19', it => it.PlainYearMonth.from('2018-19')],
  ['month 19', it => it.PlainYearMonth.from({ year: 2018, month: 19 })],
]) console.log(what, '|', said(() => work(one)), '|', said(() => work(other)))
JS
cat > expected <<'TXT'
print a day | 01/04/2018 | 01/04/2018
print a month | RangeError | RangeError
a month and 29 days | RangeError | 2018-04
a month and 30 days | RangeError | 2018-05
week, ISO | 53 | 53
week, Gregorian | undefined | 1
2018-19 | RangeError | RangeError
month 19 | 2018-12 | 2018-12
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
