#!/usr/bin/env bash
# calc-stats 2.6.0, statistics.js 1.0.0 (npm).
# Guess: the most frequent of 2017, 2018, 2018, 2020 and 2020 is 2018 or 2020, or both; a figure that is missing or "n/a" is
# left out, or the mean is missing as the median is.
# Seen: in calc-stats the mode of two years is the one between them, 2019, which is not among the figures (modes has both).
# In statistics.js what is missing counts as zero in the mean and in the lowest figure, 10 of 10 and 30 with two missing,
# and the median is NaN, without an error.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund calc-stats@2.6.0 statistics.js@1.0.0
cat > try.cjs <<'JS'
const { calcStats } = require('calc-stats'), Statistics = require('statistics.js')
for (const figures of [[2017, 2018, 2018], [2017, 2018, 2018, 2020, 2020], [5, 7, 9]]) {
  const { mode, modes } = calcStats(figures, { calcMode: true, calcModes: true })
  console.log('calc-stats', ...figures, '| mode', mode, '| modes', ...modes)
}
for (const figures of [[10, 30], [10, null, 'n/a', 30]]) {
  const rows = new Statistics(figures.map(boxes => ({ boxes })), { boxes: 'metric' })
  console.log('statistics.js', ...figures, '| mean', rows.arithmeticMean('boxes'), '| lowest', rows.minimum('boxes'), '| median', rows.median('boxes'))
}
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
calc-stats 2017 2018 2018 | mode 2018 | modes 2018
calc-stats 2017 2018 2018 2020 2020 | mode 2019 | modes 2018 2020
calc-stats 5 7 9 | mode 7 | modes 5 7 9
statistics.js 10 30 | mean 20 | lowest 10 | median 20
statistics.js 10 null n/a 30 | mean 10 | lowest 10 | median NaN
TXT
diff expected seen
