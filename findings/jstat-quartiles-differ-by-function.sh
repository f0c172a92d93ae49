#!/usr/bin/env bash
# jstat 1.9.6 (npm), statistics for JavaScript.
# Guess: the quartiles of a column are the same from quartiles(), quantiles() and percentile(), the middle one is the
# median, and both ends lie as far from the middle in 1, 2, 3, 4; a missing figure is left out.
# Seen: of 1, 2, 3, 4 the median is 2.5 and the middle of quartiles() 2. The lower quartile is 1, 1.4375 or 1.75, the upper
# one 3, 3.5625 or 3. percentile() puts the lower one 0.75 below the median and the upper one 0.5 above it. null counts as
# zero in the mean, and figures that are text are joined: the mean of 10 and 20 is 1005.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jstat@1.9.6
cat > try.cjs <<'JS'
const { jStat } = require('jstat')
for (const figures of [[1, 2, 3, 4], [1, 2, 3, 4, 5, 6]])
  console.log(figures.join(' '), '| median', jStat.median(figures), '| quartiles', jStat.quartiles(figures).join(' '), '| quantiles', jStat.quantiles(figures, [0.25, 0.5, 0.75]).join(' '),
    '| percentile', [0.25, 0.5, 0.75].map(share => jStat.percentile(figures, share)).join(' '))
console.log('mean of 10, null, 30 |', jStat.mean([10, null, 30]).toFixed(1))
console.log('mean of texts |', jStat.mean(['10', '20']))
JS
node try.cjs > seen
cat > expected <<'TXT'
1 2 3 4 | median 2.5 | quartiles 1 2 3 | quantiles 1.4375 2.5 3.5625 | percentile 1.75 2.5 3
1 2 3 4 5 6 | median 3.5 | quartiles 2 3 5 | quantiles 1.9375 3.5 5.0625 | percentile 2.25 3.5 4.75
mean of 10, null, 30 | 13.3
mean of texts | 1005
TXT
diff expected seen
