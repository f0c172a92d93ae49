#!/usr/bin/env bash
# chart2music 1.20.0 with jsdom 29.1.1 (npm), which says and plays a chart to who does not see it.
# Guess: a year whose figure is null, as JSON has it and Chart.js leaves a gap for, is said to be missing, and is neither the lowest
# nor the highest figure, as in a drawn chart.
# Seen: the chart is announced as "from 0 to 1550" though its lowest figure is 400; the key for the lowest ([) leads nowhere,
# from 2015 it stays at 500; the year itself says "null". Given as NaN, which JSON cannot say, the year is "missing" and all is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund chart2music@1.20.0 jsdom@29.1.1
cat > try.cjs <<'JS'
const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true })
for (const key of ['window', 'document', 'navigator', 'HTMLElement', 'HTMLImageElement', 'HTMLCanvasElement', 'SVGElement', 'Element', 'KeyboardEvent']) {
  Object.defineProperty(globalThis, key, { value: key === 'window' ? window : window[key], configurable: true })
}
// sound that is not heard
const silent = () => new Proxy(function () {}, { get: (target, key) => key === Symbol.toPrimitive ? () => 0 : silent(), set: () => true, apply: silent })
window.AudioContext = globalThis.AudioContext = function () { return silent() }
const { c2mChart } = require('chart2music')
const pause = () => new Promise(resolve => setTimeout(resolve, 400))
async function hear (name, figures) {
  const element = document.createElement('div')
  const cc = document.createElement('div')
  document.body.append(element, cc)
  const { err } = c2mChart({ type: 'line', title: 'Boxes', element, cc, data: figures.map((y, i) => ({ x: 2015 + i, y })) })
  if (err) return console.log(name, err)
  element.dispatchEvent(new window.Event('focus'))
  console.log(name, '|', cc.textContent.match(/Y is "" (.*?)\./)[1])
  for (const key of ['ArrowRight', 'Home', '[', 'End', 'ArrowLeft']) {
    element.dispatchEvent(new window.KeyboardEvent('keydown', { key }))
    await pause()
    console.log(' ', key, '|', cc.lastElementChild.textContent.trim())
  }
}
hear('null', [500, 400, null, 1550]).then(() => hear('NaN', [500, 400, NaN, 1550])).then(() => process.exit())
JS
node try.cjs > seen 2> log
cat > expected <<'TXT'
null | from 0 to 1550
  ArrowRight | 2016, 400
  Home | 2015, 500
  [ | 2015, 500
  End | 2018, 1550
  ArrowLeft | 2017, null
NaN | from 400 to 1550
  ArrowRight | 2016, 400
  Home | 2015, 500
  [ | 2016, 400
  End | 2018, 1550
  ArrowLeft | 2017, missing
TXT
diff expected seen
