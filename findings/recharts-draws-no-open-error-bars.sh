#!/usr/bin/env bash
# recharts 3.11.1 (npm), with React 19.3.1 and jsdom 29.1.1.
# Guess: an error bar that is open at one end, [2, null], is drawn to the end that is known; a cell without a
# figure, given as an empty text, leaves a gap as null does; a zero on a logarithmic axis leaves a gap;
# renderToStaticMarkup, as servers use it, gives the chart.
# Seen: the open bar is not drawn at all. The empty text is drawn at zero. One zero, with domain auto, and the
# chart is empty, axes and line. A server gets an empty <div>. In a stack of areas null counts as zero, so that
# the area above falls.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund recharts@3.11.1 react@19.3.1 react-dom@19.3.1 react-is@19.3.1 jsdom@29.1.1
cat > try.cjs <<'JS'
const { JSDOM } = require('jsdom')
globalThis.window = new JSDOM('', { pretendToBeVisual: true }).window
for (const name of ['document', 'navigator', 'HTMLElement', 'SVGElement', 'Element', 'Node', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame']) globalThis[name] = window[name]
globalThis.ResizeObserver = window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} }
globalThis.IS_REACT_ACT_ENVIRONMENT = true
const { act, createElement } = require('react')
const { createRoot } = require('react-dom/client')
const { renderToStaticMarkup } = require('react-dom/server')
const { Area, AreaChart, Bar, BarChart, ErrorBar, Line, LineChart, YAxis } = require('recharts')
const still = { isAnimationActive: false }
const size = { width: 400, height: 200 }
const line = (figures, axis) => createElement(LineChart, { ...size, data: figures.map(v => ({ v })) }, createElement(YAxis, axis), createElement(Line, { dataKey: 'v', dot: false, ...still }))
const draw = async (name, element, pattern) => {
  const place = document.body.appendChild(document.createElement('div'))
  await act(async () => createRoot(place).render(element))
  console.log(name, '|', ...[...place.innerHTML.matchAll(pattern)].map(found => found[1].replace(/\d+\.\d+/g, Math.round)))
}
const curve = /<path (?=[^>]*-curve")[^>]*? d="([^"]*)"/g
;(async () => {
  for (const figure of [null, '5', '1,200', '']) await draw(JSON.stringify(figure), line([3, figure, 9]), curve)
  await draw('log 1 10 100', line([1, 10, 100], { scale: 'log', domain: ['auto', 'auto'] }), curve)
  await draw('log 1 0 100', line([1, 0, 100], { scale: 'log', domain: ['auto', 'auto'] }), curve)
  for (const error of [[1, 1], [2, null], [null, 3]])
    await draw('error ' + JSON.stringify(error), createElement(BarChart, { ...size, data: [{ v: 5, error }] }, createElement(YAxis), createElement(Bar, { dataKey: 'v', ...still }, createElement(ErrorBar, { dataKey: 'error', ...still }))), /<line [^>]*?(y1="[^"]*" x2="[^"]*" y2="[^"]*") style/g)
  await draw('stack', createElement(AreaChart, { ...size, data: [{ a: 3, b: 4 }, { a: null, b: 5 }, { a: 2, b: 4 }] }, createElement(YAxis), createElement(Area, { dataKey: 'a', stackId: 1, ...still }), createElement(Area, { dataKey: 'b', stackId: 1, ...still })), curve)
  console.log('server', '|', renderToStaticMarkup(line([3, 4, 9])).includes('<svg'))
  process.exit()
})()
JS
cat > expected <<'TXT'
null | M65,148ZM395,53Z
"5" | M65,148L230,116L395,53
"1,200" | M65,148ZM395,53Z
"" | M65,148L230,195L395,53
log 1 10 100 | M65,195L230,100L395,5
log 1 0 100 |
error [1,1] | y1="53" x2="235" y2="53" y1="100" x2="230" y2="53" y1="100" x2="235" y2="100"
error [2,null] |
error [null,3] |
stack | M65,124ZM395,148Z M65,29L230,76L395,53
server | false
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
