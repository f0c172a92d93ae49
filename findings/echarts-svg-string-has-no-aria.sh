#!/usr/bin/env bash
# echarts 6.1.0 (npm).
# Guess: aria.enabled gives the SVG that renderToSVGString() returns its description, as it gives the
# chart in a page its aria-label.
# Seen: the string has no aria-label, no role, no title and no desc: the text is set on the element of
# the page, which a server has not. A count written '1,644' is left out of the bars without a word.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund echarts@6.1.0
cat > try.cjs <<'JS'
const echarts = require('echarts')
const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 })
chart.setOption({ animation: false, aria: { enabled: true }, title: { text: 'Boxes' }, yAxis: {},
  xAxis: { type: 'category', data: ['2017', '2018'] }, series: [{ type: 'bar', data: ['1,644', '2100'] }] })
const svg = chart.renderToSVGString()
for (const word of ['aria-label', 'role=', '<title', '<desc']) console.log(word, svg.includes(word))
console.log('bars', (svg.match(/fill="#5070dd"/g) || []).length)
chart.dispose()
JS
cat > expected <<'TXT'
aria-label false
role= false
<title false
<desc false
bars 1
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
