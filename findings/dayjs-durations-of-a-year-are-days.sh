#!/usr/bin/env bash
# dayjs 1.11.23 (npm) with its plugins duration, customParseFormat and isoWeek; the day of the run is set by the script.
# Guess: a duration of a month or a year that is added to a day leads to the same day of another month or year, as add(1,
# 'month') does; -P3M, as Temporal writes three months back, is negative; half a year by add(0.5, 'year') is six months or
# refused; a week read by the format GGGG-[W]WW, which format() writes with the plugin advancedFormat, is that week or
# invalid.
# Seen: a duration is 30.4 days a month and 365 a year: P1M after 31 January is 2 March, a year after 1 January 2020 is 31
# December, P0.5Y 2 July. -P3M is P3M. add(0.5, 'year') adds nothing and add(1.5, 'quarter') four months. The week 2018-W36
# is the day of today.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dayjs@1.11.23
cat > try.cjs <<'JS'
const now = Date.parse('2026-11-30T12:00:00Z')
const Real = Date
globalThis.Date = class extends Real { constructor(...parts) { parts.length ? super(...parts) : super(now) } static now() { return now } }
const dayjs = require('dayjs')
for (const name of ['duration', 'customParseFormat', 'isoWeek', 'quarterOfYear', 'advancedFormat']) dayjs.extend(require('dayjs/plugin/' + name))
const day = date => date.isValid() ? date.format('YYYY-MM-DD') : 'invalid'
const add = (from, text) => console.log(from, '+', text, '|', day(dayjs(from).add(dayjs.duration(text))))
add('2018-01-31', 'P1M'); add('2018-07-01', 'P3M'); add('2018-07-01', '-P3M'); add('2020-01-01', 'P1Y'); add('2018-01-01', 'P0.5Y')
for (const [from, count, unit] of [['2018-01-31', 1, 'month'], ['2020-01-01', 1, 'year'], ['2018-01-01', 0.5, 'year'], ['2018-01-01', 1.5, 'month'], ['2018-01-01', 1.5, 'quarter'], ['2018-01-01', 1.5, 'week']])
  console.log(from, '+', count, unit, '|', day(dayjs(from).add(count, unit)))
console.log('365 days |', dayjs.duration(365, 'days').toISOString(), '| 90 days |', dayjs.duration(90, 'days').toISOString())
console.log('written |', dayjs('2018-09-03').format('GGGG-[W]WW'), '| read |', day(dayjs('2018-W36', 'GGGG-[W]WW')), '| read strictly |', day(dayjs('2018-W36', 'GGGG-[W]WW', true)))
JS
TZ=UTC node try.cjs > seen 2> log
cat > expected <<'TXT'
2018-01-31 + P1M | 2018-03-02
2018-07-01 + P3M | 2018-09-30
2018-07-01 + -P3M | 2018-09-30
2020-01-01 + P1Y | 2020-12-31
2018-01-01 + P0.5Y | 2018-07-02
2018-01-31 + 1 month | 2018-02-28
2020-01-01 + 1 year | 2021-01-01
2018-01-01 + 0.5 year | 2018-01-01
2018-01-01 + 1.5 month | 2018-02-01
2018-01-01 + 1.5 quarter | 2018-05-01
2018-01-01 + 1.5 week | 2018-01-12
365 days | P1Y | 90 days | P2M29DT4H
written | 2018-W36 | read | 2026-11-30 | read strictly | invalid
TXT
diff expected seen
