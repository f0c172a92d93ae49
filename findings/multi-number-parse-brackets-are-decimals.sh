#!/usr/bin/env bash
# multi-number-parse 1.1.0, parse-num 1.0.0, numeric-quantity 3.3.3 (npm), which read numbers as people write them.
# Guess: (12) is minus twelve, or refused; −5 with the sign of minus is -5; 5-10, 2018/19 and 5 to 10 are no numbers; 0.0004
# is 0.0004 and 1/2 a half.
# Seen: multi-number-parse takes signs that it does not know for a decimal point: (12) is 0.12, −5 is 0.5, 5-10 is 5.1 and
# 2018/19 2018.19. parse-num drops them: (12) is 12, −5 is 5, 5 to 10 is 510, 1/2 is 12. numeric-quantity reads three
# decimals, so that 0.0004 is 0, unless told otherwise, and divides 2018 by 19; the rest it refuses.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund multi-number-parse@1.1.0 parse-num@1.0.0 numeric-quantity@3.3.3
cat > try.cjs <<'JS'
const multi = require('multi-number-parse'), parseNum = require('parse-num'), { numericQuantity } = require('numeric-quantity')
for (const text of ['1,644', '-158', '−5', '(12)', '5-10', '5 to 10', '2018/19', '1/2', '0.0004', '44.5%'])
  console.log(text, '| multi-number-parse', (multi.default ?? multi)(text), '| parse-num', parseNum(text), '| numeric-quantity', numericQuantity(text))
JS
node try.cjs > seen
cat > expected <<'TXT'
1,644 | multi-number-parse 1644 | parse-num 1644 | numeric-quantity 1644
-158 | multi-number-parse -158 | parse-num -158 | numeric-quantity -158
−5 | multi-number-parse 0.5 | parse-num 5 | numeric-quantity NaN
(12) | multi-number-parse 0.12 | parse-num 12 | numeric-quantity NaN
5-10 | multi-number-parse 5.1 | parse-num 5 | numeric-quantity NaN
5 to 10 | multi-number-parse NaN | parse-num 510 | numeric-quantity NaN
2018/19 | multi-number-parse 2018.19 | parse-num 201819 | numeric-quantity 106.211
1/2 | multi-number-parse 1.2 | parse-num 12 | numeric-quantity 0.5
0.0004 | multi-number-parse 0.0004 | parse-num 0.0004 | numeric-quantity 0
44.5% | multi-number-parse 44.5 | parse-num 44.5 | numeric-quantity NaN
TXT
diff expected seen
