#!/usr/bin/env bash
# hot-formula-parser 4.0.0 and fast-formula-parser 1.0.19, to compare @formulajs/formulajs 4.6.1 (npm), which work out
# formulas of spreadsheets.
# Guess: ROUND() goes away from zero at a half, as it does in Excel and LibreOffice: 2.5 is 3 and -2.5 is -3, 1.005 with
# two places 1.01; -2^2 is 4, as there.
# Seen: in hot-formula-parser -2.5 is -2 and -1.25 is -1.2, so that a fall of two and a half points is smaller than the
# rise; in both 1.005 is 1 and 0.285 is 0.28; -2^2 is -4 in hot-formula-parser. formulajs rounds as spreadsheets do.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund hot-formula-parser@4.0.0 fast-formula-parser@1.0.19 @formulajs/formulajs@4.6.1
cat > try.cjs <<'JS'
const { Parser } = require('hot-formula-parser'), Fast = require('fast-formula-parser'), formulajs = require('@formulajs/formulajs')
const hot = new Parser(), fast = new Fast()
const place = { row: 1, col: 1, sheet: 'S' }
for (const [number, places] of [[2.5, 0], [-2.5, 0], [1.25, 1], [-1.25, 1], [1.005, 2], [0.285, 2]]) {
  const formula = `ROUND(${number},${places})`
  console.log(formula, '|', hot.parse(formula).result, '|', fast.parse(formula, place), '|', formulajs.ROUND(number, places))
}
console.log('-2^2 |', hot.parse('-2^2').result, '|', fast.parse('-2^2', place))
JS
cat > expected <<'TXT'
ROUND(2.5,0) | 3 | 3 | 3
ROUND(-2.5,0) | -2 | -3 | -3
ROUND(1.25,1) | 1.3 | 1.3 | 1.3
ROUND(-1.25,1) | -1.2 | -1.3 | -1.3
ROUND(1.005,2) | 1 | 1 | 1.01
ROUND(0.285,2) | 0.28 | 0.28 | 0.29
-2^2 | -4 | 4
TXT
node try.cjs > seen
diff expected seen
