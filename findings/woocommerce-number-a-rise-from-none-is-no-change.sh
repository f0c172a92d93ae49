#!/usr/bin/env bash
# @woocommerce/number 2.6.0 (npm): calculateDelta(), "a rounded percent change between two numbers", and numberFormat().
# Guess: from none to 100 there is no percentage (null, infinite or a dash); a deficit that goes from 10 to 5 is not said
# to fall by half and one that doubles not to rise; 100.4 against 100 is 0.4% or a little, and "1,644" 1,644 or refused.
# Seen: from none to 100 is 0, the same as no change. From -10 to -5 is -50, from -10 to -20 is 100. Below half a per
# cent all is 0. The text "1,644" is written as 1.00 and "5-10" as 5.00.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @woocommerce/number@2.6.0
cat > try.cjs <<'JS'
const { calculateDelta, numberFormat } = require('@woocommerce/number')
for (const [now, before] of [[110, 100], [100, 0], [0, 0], [100, 100], [-5, -10], [-20, -10], [-10, 10], [100.4, 100]])
  console.log('from', before, 'to', now, '|', calculateDelta(now, before))
for (const figure of [1644, '1644', '1,644', '5-10', 'n/a'])
  console.log(figure, '|', numberFormat({ precision: 2, decimalSeparator: '.', thousandSeparator: ',' }, figure))
JS
node try.cjs > seen
cat > expected <<'TXT'
from 100 to 110 | 10
from 0 to 100 | 0
from 0 to 0 | 0
from 100 to 100 | 0
from -10 to -5 | -50
from -10 to -20 | 100
from 10 to -10 | -200
from 100 to 100.4 | 0
1644 | 1,644.00
1644 | 1,644.00
1,644 | 1.00
5-10 | 5.00
n/a | 
TXT
diff expected seen
