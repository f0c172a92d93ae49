#!/usr/bin/env bash
# echarts 6.1.0 (npm).
# Guess: an axis of the type 'time' leaves out what is no month, as it leaves out 2019-Q2 and 2020-W01, so that
# an axis of financial years shows at once that it is of the wrong type.
# Seen: 2011-12, 2012-13 and 2013-14 are drawn at December 2011, January 2013 and February 2014, thirteen
# months apart, and 2018/19 is July 2019. The day 2019-04-31 is 1 May. A year given as a number, 2017, is
# two seconds past midnight on 1 January 1970 (as text it is the year).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund echarts@6.1.0
cat > try.cjs <<'JS'
const echarts = require('echarts')
const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 })
const drawn = text => {
  chart.setOption({ animation: false, xAxis: { type: 'time' }, yAxis: {}, series: [{ type: 'line', data: [[text, 1]] }] }, true)
  const day = chart.getModel().getSeriesByIndex(0).getData().get('x', 0)
  return isNaN(day) ? 'left out' : new Date(day).toISOString().slice(0, 19)
}
for (const text of ['2019-Q2', '2020-W01', '2011-12', '2012-13', '2013-14', '2018/19', '2019-04-31', '2017', 2017]) console.log(JSON.stringify(text), drawn(text))
chart.dispose()
JS
cat > expected <<'TXT'
"2019-Q2" left out
"2020-W01" left out
"2011-12" 2011-12-01T00:00:00
"2012-13" 2013-01-01T00:00:00
"2013-14" 2014-02-01T00:00:00
"2018/19" 2019-07-01T00:00:00
"2019-04-31" 2019-05-01T00:00:00
"2017" 2017-01-01T00:00:00
2017 1970-01-01T00:00:02
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
