#!/usr/bin/env bash
# highcharts 13.1.1 (npm), with jsdom 29.1.1.
# Guess: on an axis of the type 'datetime' a text that is no date, such as the financial year 2018-19 or the
# quarter 2018-Q2, leaves its point out, as a figure that is text is left out.
# Seen: the first is drawn at the time of the point before it, each further one a millisecond on, all in one place
# for the eye; months are right. A text '5' and an empty text are gaps, and so is zero on a logarithmic axis.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund highcharts@13.1.1 jsdom@29.1.1
cat > try.cjs <<'JS'
const { JSDOM } = require('jsdom')
globalThis.window = new JSDOM('', { pretendToBeVisual: true }).window
globalThis.document = window.document
window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 30, height: 10 })
const Highcharts = require('highcharts')
const points = (data, more) => Highcharts.chart(document.body.appendChild(document.createElement('div')), { chart: { width: 400, height: 300 }, accessibility: { enabled: false }, ...more, series: [{ data, animation: false }] }).series[0].points
for (const names of [['2018-04', '2018-05', '2018-06'], ['2018-04', '2018-19', '2019-20'], ['2018-04', '2018-Q2', '2018-Q3']])
  console.log(...names, '|', ...points(names.map(name => [name, 5]), { xAxis: { type: 'datetime' } }).map(({ x }) => new Date(x).toISOString().slice(0, 23)))
for (const figure of [null, '5', '']) console.log(JSON.stringify(figure), '|', ...points([3, figure, 9]).map(({ y }) => y))
console.log('log', '|', ...points([1, 0, 100], { yAxis: { type: 'logarithmic' } }).map(({ plotY }) => typeof plotY))
JS
cat > expected <<'TXT'
2018-04 2018-05 2018-06 | 2018-04-01T00:00:00.000 2018-05-01T00:00:00.000 2018-06-01T00:00:00.000
2018-04 2018-19 2019-20 | 2018-04-01T00:00:00.000 2018-04-01T00:00:00.000 2018-04-01T00:00:00.001
2018-04 2018-Q2 2018-Q3 | 2018-04-01T00:00:00.000 2018-04-01T00:00:00.000 2018-04-01T00:00:00.001
null | 3 null 9
"5" | 3 undefined 9
"" | 3 undefined 9
log | number undefined number
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
