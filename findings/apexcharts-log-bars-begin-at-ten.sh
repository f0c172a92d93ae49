#!/usr/bin/env bash
# apexcharts 7.6.1 (npm), renderToString on a server.
# Guess: on a logarithmic axis bars of 1, 10 and 100 reach the places of their figures, from a foot below the lowest one, as
# the dots of a line do; a zero, which has no place there, is left out; a figure that is text with a comma or a flag is left
# out or read whole.
# Seen: the axis of bars begins at 10: that of 10 has no height, those of 1, 5 and 0.5 hang below the axis. In a line with a
# zero, zero is drawn at 10, at the foot, and 1 below it, outside the chart; without a zero lines are right. "1,644" is drawn
# as 1, "12*" as 12. With `min` the bars are right. (Heights below are in percent of the chart.)
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund apexcharts@7.6.1 > log 2>&1
cat > try.cjs <<'JS'
const { default: ApexCharts } = require('apexcharts')
const say = async (type, data, yaxis) => {
  const svg = String(await ApexCharts.renderToString({ chart: { type }, series: [{ name: 'boxes', data }], yaxis }, { width: 400, height: 300 }))
  const height = +/gridRectMarkerMask[^>]*>\s*<rect[^>]* height="([^"]*)"/.exec(svg)[1]
  const lines = [...svg.matchAll(/<path[^>]*class="[^"]*apexcharts-(?:line|bar-area)[^"]*"[^>]*>/g)].map(([tag]) => / d="([^"]*)"/.exec(tag)[1])
  const ends = lines.flatMap(line => [...line.matchAll(/[ML]\s*[-\d.e]+[\s,]+([-\d.e]+)/g)].map(found => Math.round(100 - 100 * found[1] / height) || 0).slice(...(type === 'bar' ? [1, 2] : [0])))
  const names = [...svg.matchAll(/<text[^>]*apexcharts-yaxis-label[^>]*>(.*?)<\/text>/gs)].map(found => found[1].replace(/<title>.*?<\/title>/gs, '').replace(/<[^>]*>/g, ''))
  console.log(type, JSON.stringify(data), '| ends at', ...ends, '| axis', ...names.reverse())
}
(async () => {
  for (const data of [[1, 10, 100], [5, 50, 500], [0.5, 5, 50], [1, 0, 100]]) for (const type of ['line', 'bar']) await say(type, data, { logarithmic: true })
  for (const text of ['1,644', '12*']) await say('bar', [5, text, 7], {})
})()
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
line [1,10,100] | ends at 0 50 100 | axis 1 10 100
bar [1,10,100] | ends at -100 0 100 | axis 10 100
line [5,50,500] | ends at 0 50 100 | axis 5.0 50.0 500.0
bar [5,50,500] | ends at -18 41 100 | axis 10 70.7 500.0
line [0.5,5,50] | ends at 0 50 100 | axis 0.5 5.0 50.0
bar [0.5,5,50] | ends at -186 -43 100 | axis 10.0 50.0
line [1,0,100] | ends at -100 0 100 | axis 10 100
bar [1,0,100] | ends at -100 0 100 | axis 10 100
bar [5,"1,644",7] | ends at 62 12 87 | axis 0 2 4 6 8
bar [5,"12*",7] | ends at 42 100 58 | axis 0 2 4 6 8 10 12
TXT
diff expected seen
