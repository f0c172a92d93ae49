#!/usr/bin/env bash
# Vega-Lite 6.4.3 with Vega 6.4.0, Observable Plot 0.6.17, Chart.js 4.6.1 (npm).
# Guess: a cell without a figure, which a reader of CSV gives as an empty text, leaves a gap in a chart, as null
# does and as '[c]' does.
# Seen: all three draw it at zero: Vega-Lite writes 'v: 0' into the description of the point, also where it reads
# the CSV itself; Plot's and Chart.js's scales of numbers make 0 of it. d3's autoType or parse: {v:
# 'number'} on the way makes it null.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3 @observablehq/plot@0.6.17 chart.js@4.6.1 jsdom@29.1.1
cat > try.mjs <<'JS'
import * as Plot from '@observablehq/plot'
import { Chart, registerables } from 'chart.js'
import { JSDOM } from 'jsdom'
import { View, parse } from 'vega'
import { compile } from 'vega-lite'
const point = async data => {
  const { spec } = compile({ data, mark: 'point', encoding: { x: { field: 'y', type: 'quantitative' }, y: { field: 'v', type: 'quantitative' } } })
  const svg = await new View(parse(spec), { renderer: 'none' }).logLevel(0).toSVG()
  return svg.match(/"y: [^"]*"/g).join(' ')
}
const table = 'y,v\n1,10\n2,\n3,12\n'
console.log('Vega-Lite', await point({ values: table, format: { type: 'csv' } }))
console.log('Vega-Lite, null', await point({ values: [{ y: 1, v: 10 }, { y: 2, v: null }, { y: 3, v: 12 }] }))
console.log('Vega-Lite, parse', await point({ values: table, format: { type: 'csv', parse: { v: 'number' } } }))
const document = new JSDOM('').window.document
for (const empty of ['', '[c]', null]) {
  const plot = Plot.plot({ document, axis: null, y: { type: 'linear' }, marks: [Plot.dot(['10', empty, '12'], { x: [1, 2, 3], y: cell => cell })] })
  console.log('Plot', JSON.stringify(empty), plot.querySelectorAll('circle').length, 'points')
}
Chart.register(...registerables)
const read = Chart.registry.getScale('linear').prototype.parse
console.log('Chart.js', ...['10', '', '[c]', null].map(cell => String(read.call({}, cell))))
JS
cat > expected <<'TXT'
Vega-Lite "y: 1; v: 10" "y: 2; v: 0" "y: 3; v: 12"
Vega-Lite, null "y: 1; v: 10" "y: 3; v: 12"
Vega-Lite, parse "y: 1; v: 10" "y: 3; v: 12"
Plot "" 3 points
Plot "[c]" 2 points
Plot null 2 points
Chart.js 10 0 NaN null
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
