#!/usr/bin/env bash
# jsonstat-toolkit 2.2.2 (npm).
# Guess: Dice() of a dataset gives a part of it and leaves the whole as it is; Data() of a year or a dimension
# that the dataset does not have is null.
# Seen: Dice() cuts the dataset itself unless {clone: true} is given, so that the next chart of it has one year
# only. Data() of the year 2020, or of a misspelt dimension, passes over the condition and gives the cells of all
# years. Dice() of a year that is not there is a dataset of size 1 without a value.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jsonstat-toolkit@2.2.2
cat > try.cjs <<'JS'
const JSONstat = require('jsonstat-toolkit')
const dataset = () => JSONstat({ version: '2.0', class: 'dataset', id: ['time', 'geo'], size: [3, 2], value: [1, 2, 3, 4, 5, 6],
  dimension: { time: { category: { index: ['2017', '2018', '2019'] } }, geo: { category: { index: ['E', 'W'] } } } })
const whole = dataset()
const part = whole.Dice({ time: ['2018'] })
console.log('Dice', JSON.stringify(part.value), 'of', JSON.stringify(whole.value))
const kept = dataset()
console.log('clone', JSON.stringify(kept.Dice({ time: ['2018'] }, { clone: true }).value), 'of', JSON.stringify(kept.value))
for (const query of [{ time: '2018', geo: 'W' }, { time: '2020', geo: 'W' }, { year: '2018', geo: 'W' }])
  console.log(JSON.stringify(query), JSON.stringify(dataset().Data(query, false)))
const none = dataset().Dice({ time: ['2020'] })
console.log(JSON.stringify(none.value), JSON.stringify(none.size))
JS
cat > expected <<'TXT'
Dice [3,4] of [3,4]
clone [3,4] of [1,2,3,4,5,6]
{"time":"2018","geo":"W"} 4
{"time":"2020","geo":"W"} [2,4,6]
{"year":"2018","geo":"W"} [2,4,6]
[] [1,2]
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
