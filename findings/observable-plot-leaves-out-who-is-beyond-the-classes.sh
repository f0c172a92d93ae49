#!/usr/bin/env bash
# Observable Plot 0.6.17 (npm) with jsdom 29.1.1; to compare d3 7.9.2 (npm), by the same makers, whose bins it draws.
# To be expected: of ten ages put into classes at 0, 5, 10 and 15, or at 5, 10 and 15 of the span 0 to 100, all ten are drawn, as bin()
# of d3 puts what is above the last threshold into a class of its own; a cumulative chart ends at ten.
# Seen: in d3 all ten are counted. In Plot a list of thresholds is the whole span, also beside a domain that says 0 to 100:
# the four who are 15 and over are on no bar, nor is who is just 15, and with thresholds 5, 10, 15 those below 5 are gone as
# well. The cumulative chart ends at 6, and the shares add up to 0.6. Nothing is said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @observablehq/plot@0.6.17 jsdom@29.1.1 d3@7.9.2
cat > try.mjs <<'JS'
import * as Plot from '@observablehq/plot'
import { bin } from 'd3'
import { JSDOM } from 'jsdom'
const { document } = new JSDOM('').window
const ages = [0, 3, 5, 9, 10, 12, 15, 15, 40, 90]
function plot(name, text, options) {
  const href = (rows, { x1, x2 }) => `${x1} to ${x2}`
  const chart = Plot.plot({ document, marks: [Plot.text(ages.map(age => ({ age })), Plot.binX({ text, href }, { x: 'age', ...options }))] })
  const classes = [...chart.querySelectorAll('[aria-label=text] a')].map(a => `${a.getAttribute('xlink:href') ?? a.getAttribute('href')}: ${a.textContent}`)
  console.log('Plot', name, '|', classes.join(', '))
}
const d3 = (name, make) => console.log('d3', name, '|', make(ages).map(rows => `${rows.x0} to ${rows.x1}: ${rows.length}`).join(', '))
d3('0 5 10 15', bin().thresholds([0, 5, 10, 15]))
d3('5 10 15 of 0 to 100', bin().domain([0, 100]).thresholds([5, 10, 15]))
plot('0 5 10 15', 'count', { thresholds: [0, 5, 10, 15] })
plot('0 5 10 15, shares', 'proportion', { thresholds: [0, 5, 10, 15] })
plot('0 5 10 15, cumulative', 'count', { thresholds: [0, 5, 10, 15], cumulative: true })
plot('5 10 15 of 0 to 100', 'count', { thresholds: [5, 10, 15], domain: [0, 100] })
JS
cat > expected <<'TXT'
d3 0 5 10 15 | 0 to 5: 2, 5 to 10: 2, 10 to 15: 2, 15 to 90: 4
d3 5 10 15 of 0 to 100 | 0 to 5: 2, 5 to 10: 2, 10 to 15: 2, 15 to 100: 4
Plot 0 5 10 15 | 0 to 5: 2, 5 to 10: 2, 10 to 15: 2
Plot 0 5 10 15, shares | 0 to 5: 0.2, 5 to 10: 0.2, 10 to 15: 0.2
Plot 0 5 10 15, cumulative | 0 to 5: 2, 5 to 10: 4, 10 to 15: 6
Plot 5 10 15 of 0 to 100 | 5 to 10: 2, 10 to 15: 2
TXT
node try.mjs > seen
cat seen
diff expected seen
