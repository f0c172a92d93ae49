#!/usr/bin/env bash
# accounting 0.4.1 and currency.js 2.0.4 (npm), which read and write amounts of money.
# Guess: what is no amount, n/a or an empty cell, is NaN or an error; a range and a year are no amount; what is written is
# read again; a fall is rounded as a rise is.
# Seen: n/a and an empty cell are 0 in both, ".." in accounting, and formatMoney() writes £0.00. "5 to 10" is 510, 2018/19
# 201819, 1e5 is 15, −158 with the sign of Unicode is 158 and £642m is 642. A minus behind its figure, 5-, is 5 in accounting
# and NaN in currency.js. Both round halves up: 2.5 is 3 and -2.5 is -2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund accounting@0.4.1 currency.js@2.0.4
cat > try.cjs <<'JS'
const accounting = require('accounting'), currency = require('currency.js')
for (const text of ['1,644', '(12)', '-£158', 'n/a', '..', '', '5 to 10', '5-10', '2018/19', '1e5', '−158', '£642m', '5-'])
  console.log(text, '| accounting', accounting.unformat(text), '| currency.js', currency(text).value)
for (const figure of [2.5, -2.5]) console.log(figure, '| accounting', accounting.toFixed(figure, 0), '| currency.js', currency(figure, { precision: 0 }).value)
console.log('n/a |', accounting.formatMoney('n/a', '£'), '|', currency('n/a', { symbol: '£' }).format())
JS
node try.cjs > seen 2> log
cat > expected <<'TXT'
1,644 | accounting 1644 | currency.js 1644
(12) | accounting -12 | currency.js -12
-£158 | accounting -158 | currency.js -158
n/a | accounting 0 | currency.js 0
.. | accounting 0 | currency.js NaN
 | accounting 0 | currency.js 0
5 to 10 | accounting 510 | currency.js 510
5-10 | accounting 5 | currency.js NaN
2018/19 | accounting 201819 | currency.js 201819
1e5 | accounting 15 | currency.js 15
−158 | accounting 158 | currency.js 158
£642m | accounting 642 | currency.js 642
5- | accounting 5 | currency.js NaN
2.5 | accounting 3 | currency.js 3
-2.5 | accounting -2 | currency.js -2
n/a | £0.00 | £0.00
TXT
diff expected seen
