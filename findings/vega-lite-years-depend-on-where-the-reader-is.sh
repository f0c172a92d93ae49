#!/usr/bin/env bash
# Vega-Lite 6.4.3 with Vega 6.4.0 (npm), charts in pages, for readers in London and New York.
# Guess: a chart of sums by year, of days written 2018-01-01, or of years written 2018, has the same bars for every
# reader: a day without a time is that day.
# Seen: days are read by the clock of Greenwich and put into years by that of the reader. In New York 2018-01-01 is in
# 2017: the sums of 2018 and 2019, 11 and 7, are 5 in 2017 and 13 in 2018; the years 2018 and 2019 are 2017 and 2018,
# and April is in the first quarter. Nothing is said. timeUnit "utcyear" is right everywhere.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3
cat > try.mjs <<'JS'
import * as vega from 'vega'
import { compile } from 'vega-lite'
async function say(name, rows, timeUnit) {
  const x = { field: 'day', timeUnit, type: 'ordinal' }, y = { field: 'boxes', aggregate: 'sum', type: 'quantitative' }
  const view = new vega.View(vega.parse(compile({ data: { values: rows }, mark: 'bar', encoding: { x, y } }).spec), { renderer: 'none' })
  const bars = [...(await view.toSVG()).matchAll(/aria-label="day[^:]*: ([^;]*); Sum of boxes: ([^"]*)"/g)]
  console.log(process.env.TZ, '|', name, timeUnit, '|', bars.map(([, when, sum]) => `${when}: ${sum}`).join(', '))
}
const days = [{ day: '2018-01-01', boxes: 5 }, { day: '2018-07-01', boxes: 6 }, { day: '2019-01-01', boxes: 7 }]
await say('days', days, 'year')
await say('days', days, 'utcyear')
await say('years', [{ day: '2018', boxes: 5 }, { day: '2019', boxes: 7 }], 'year')
await say('months', [{ day: '2018-04', boxes: 5 }], 'yearquarter')
JS
cat > expected <<'TXT'
Europe/London | days year | 2018: 11, 2019: 7
Europe/London | days utcyear | 2018: 11, 2019: 7
Europe/London | years year | 2018: 5, 2019: 7
Europe/London | months yearquarter | 2018 Q2: 5
America/New_York | days year | 2017: 5, 2018: 13
America/New_York | days utcyear | 2018: 11, 2019: 7
America/New_York | years year | 2017: 5, 2018: 7
America/New_York | months yearquarter | 2018 Q1: 5
TXT
for zone in Europe/London America/New_York; do TZ=$zone node try.mjs; done > seen
diff expected seen
