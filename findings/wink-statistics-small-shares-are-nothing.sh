#!/usr/bin/env bash
# wink-statistics 2.1.1 (npm).
# Guess: the mean of the shares 0.00004 and 0.00002 is 0.00003; the median does not depend on the order of the figures,
# and a figure that is missing (null) is left out or refused.
# Seen: means, deviations and slopes are cut to four decimals unless told otherwise, so that the mean of small shares is 0;
# the median of 10, 5, 9 is 5, the one in the middle of the list; null counts in the mean as zero and is the lowest.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund wink-statistics@2.1.1
cat > try.cjs <<'JS'
const { data, streaming } = require('wink-statistics')
function stream(figures, ...options) {
  const summary = streaming.summary()
  figures.forEach(figure => summary.compute(figure))
  const { size, min, mean, stdev } = summary.result(...options)
  return `${size} figures, lowest ${min}, mean ${mean}, deviation ${stdev}`
}
console.log('shares |', stream([0.00004, 0.00002]))
console.log('shares, eight decimals |', stream([0.00004, 0.00002], 8))
console.log('with a gap |', stream([5, null, 10]))
console.log('slope |', (() => { const line = streaming.slr(); [[2016, 0.00001], [2017, 0.00003], [2018, 0.00005]].forEach(([year, share]) => line.compute(year, share)); return line.result().slope })())
for (const figures of [[5, 9, 10], [10, 5, 9], [9, 10, 5]])
  console.log('median of', ...figures, '|', data.median(figures), '| quartiles', Object.entries(data.fiveNumSummary(figures)).map(([name, value]) => `${name} ${value}`).join(', '))
JS
node try.cjs > seen
cat > expected <<'TXT'
shares | 2 figures, lowest 0.00002, mean 0, deviation 0
shares, eight decimals | 2 figures, lowest 0.00002, mean 0.00003, deviation 0.00001414
with a gap | 3 figures, lowest null, mean 5, deviation 5
slope | 0
median of 5 9 10 | 9 | quartiles q1 5, median 9, q3 10, iqr 5, size 3, min 5, max 10, range 5
median of 10 5 9 | 5 | quartiles q1 10, median 5, q3 9, iqr -1, size 3, min 10, max 9, range -1
median of 9 10 5 | 10 | quartiles q1 9, median 10, q3 5, iqr -4, size 3, min 9, max 5, range -4
TXT
diff expected seen
