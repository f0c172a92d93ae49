#!/usr/bin/env bash
# Vega-Lite 6.4.3 with Vega 6.4.0 (npm).
# Guess: an error bar or a band whose upper end is null is left out or left open, as one is whose lower end is null.
# Seen: the upper end is put where the lower one is: the band narrows to a point, as if the figure were certain, and
# the error bar has no length. An empty text as lower end is zero: the bar reaches down to it, below the axis.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3
cat > try.mjs <<'JS'
import * as vega from 'vega'
import { compile } from 'vega-lite'
const draw = async (mark, values) => new vega.View(vega.parse(compile({ width: 300, height: 100, data: { values }, mark, encoding: {
  x: { field: 'year', type: 'ordinal' }, y: { field: 'low', type: 'quantitative', scale: { domain: [0, 100] } }, y2: { field: 'high' },
} }).spec), { renderer: 'none' }).toSVG()
const values = [{ year: '2015', low: 40, high: 60 }, { year: '2016', low: null, high: 60 }, { year: '2017', low: 50, high: null }, { year: '2018', low: '', high: 60 }]
for (const [bar] of (await draw('errorbar', values)).matchAll(/<line[^>]*aria-roledescription="errorbar"[^>]*>/g)) {
  const from = 100 - bar.match(/translate\([\d.]+,([-\d.]+)\)/)[1]
  console.log('bar', bar.match(/year: (\d+)/)[1], '| from', Math.round(from), 'to', Math.round(from - bar.match(/ y2="([-\d.]+)"/)[1]))
}
const years = [{ year: '2015', low: 40, high: 60 }, { year: '2016', low: 50, high: null }, { year: '2017', low: 45, high: 70 }]
const band = (await draw('errorband', years)).match(/<path[^>]*aria-roledescription="errorband"[^>]* d="([^"]*)"/)[1]
console.log('band |', ...band.match(/[\d.]+,[\d.]+/g).map(place => place.split(',')).map(([x, y]) => `${2015 + Math.floor(x / 100)}:${Math.round(100 - y)}`))
JS
cat > expected <<'TXT'
bar 2015 | from 40 to 60
bar 2017 | from 50 to 50
bar 2018 | from 0 to 60
band | 2015:40 2016:50 2017:45 2017:70 2016:50 2015:60
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
