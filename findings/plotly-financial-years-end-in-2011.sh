#!/usr/bin/env bash
# plotly.js 4.1.2 (plotly.js-dist-min, npm), with jsdom 29.1.1; Plotly for Python draws with it.
# Guess: an axis of financial years, 2009-10 to 2018-19, most of which are no dates, is one of names, as it is with
# 2012-13 to 2018-19; ages 10-11 to 14-15 likewise; figures are read the English way or not at all.
# Seen: what is neither date nor number is not counted when the type of an axis is chosen: the three years that are
# also months make it one of dates, and the years after 2011-12 are not drawn, without a word. Ages 10-11 are
# November 2010, and the others are gone. Of figures, commas are deleted wherever they stand: "1,5" is 15.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund plotly.js-dist-min@4.1.2 jsdom@29.1.1
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { createRequire } from 'module'
import { JSDOM } from 'jsdom'
const { window } = new JSDOM('<div id="chart"></div>', { pretendToBeVisual: true, runScripts: 'outside-only' })
window.URL.createObjectURL = () => ''
window.HTMLCanvasElement.prototype.getContext = () => null
window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 10, height: 10 })
window.SVGElement.prototype.getComputedTextLength = () => 10
window.eval(readFileSync(createRequire(import.meta.url).resolve('plotly.js-dist-min'), 'utf8'))
const chart = window.document.getElementById('chart')
const draw = (x, y) => window.Plotly.newPlot('chart', [{ x, y, type: 'scatter', mode: 'markers' }], { width: 600, height: 400 })
const years = [...Array(10).keys()].map(n => `${2009 + n}-${10 + n}`)
for (const x of [years, years.slice(3), ['10-11', '12-13', '14-15'], ['2009/10', '2010/11', '2011/12']]) {
  await draw(x, x.map((_, place) => place))
  console.log(x[0], 'to', x.at(-1), '|', chart._fullLayout.xaxis.type, '|', chart.querySelectorAll('.point').length, 'of', x.length, 'drawn')
}
for (const y of ['1,200', '1,5', '44%', '£5']) {
  await draw([2017, 2018], [y, '3'])
  console.log(y, '|', chart.calcdata[0][0].y ?? 'not drawn')
}
process.exit()
JS
cat > expected <<'TXT'
2009-10 to 2018-19 | date | 3 of 10 drawn
2012-13 to 2018-19 | category | 7 of 7 drawn
10-11 to 14-15 | date | 1 of 3 drawn
2009/10 to 2011/12 | category | 3 of 3 drawn
1,200 | 1200
1,5 | 15
44% | 44
£5 | not drawn
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
