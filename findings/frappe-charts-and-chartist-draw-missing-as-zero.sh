#!/usr/bin/env bash
# frappe-charts 1.6.2 and chartist 1.5.0 (npm), with jsdom 29.1.1.
# Guess: a missing figure, null or an empty text as a reader of CSV gives it, leaves a gap in a line.
# Seen: in frappe-charts both, and '1,200', are points of the line at zero. In chartist null and '1,200' leave a
# gap, the empty text is zero.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund frappe-charts@1.6.2 chartist@1.5.0 jsdom@29.1.1
cat > try.cjs <<'JS'
const { JSDOM } = require('jsdom')
globalThis.window = new JSDOM('', { pretendToBeVisual: true }).window
for (const name of ['document', 'navigator', 'HTMLElement', 'SVGElement', 'Element', 'Node', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame', 'Event', 'CustomEvent', 'MutationObserver']) globalThis[name] = window[name]
globalThis.ResizeObserver = window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} }
for (const name of ['clientWidth', 'offsetWidth']) Object.defineProperty(window.HTMLElement.prototype, name, { get: () => 400 })
window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {} })
window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 30, height: 10 })
;const place = () => document.body.appendChild(document.createElement('div'))
const pause = () => new Promise(done => setTimeout(done, 1000))
;(async () => {
  const { Chart } = await import('frappe-charts/dist/frappe-charts.esm.js')
  const { LineChart, Interpolation } = await import('chartist')
  for (const figure of [5, null, '', '1,200']) {
    const [one, other] = [place(), place()]
    new Chart(one, { type: 'line', height: 250, animate: 0, data: { labels: ['2017', '2018', '2019'], datasets: [{ values: [3, figure, 9] }] } })
    new LineChart(other, { labels: ['2017', '2018', '2019'], series: [[3, figure, 9]] }, { width: 400, height: 200, lineSmooth: Interpolation.none() })
    await pause()
    console.log(JSON.stringify(figure), '|', one.innerHTML.match(/line-graph-path" d="([^"]*)"/)[1], '|', other.innerHTML.match(/d="([^"]*)" class="ct-line"/)[1])
  }
  process.exit()
})()
JS
cat > expected <<'TXT'
5 | M53.33,180L160,120L266.67,0 | M50,165L161.667,115L273.333,15
null | M53.33,126L160,180L266.67,18 | M50,165M273.333,15
"" | M53.33,126L160,180L266.67,18 | M50,115L161.667,165L273.333,15
"1,200" | M53.33,126L160,180L266.67,18 | M50,165M273.333,15
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
