#!/usr/bin/env bash
# stround 0.3.1, reliable-round 1.0.10, round-half-even 1.3.0 (npm), which round without errors of floating point.
# Guess: minus three decimals is to thousands, as in Python, R, SQL and in spreadsheets, or is refused: 1,234,567.8 is
# 1,235,000, and 2,018 is 2,000.
# Seen: stround rounds to a whole number and then adds the noughts: 1,234,567.8 is 1234568000, 2,018 to tens is 20180.
# reliable-round changes the figure by less than it should, to 1235078, and leaves what has no decimals as it is;
# round-half-even rounds to whole numbers. To decimals all three are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund stround@0.3.1 reliable-round@1.0.10 round-half-even@1.3.0
cat > try.cjs <<'JS'
const stround = require('stround'), { round } = require('reliable-round'), half = require('round-half-even')
for (const [figure, places] of [['1234567.8', -3], ['1234567', -3], ['2018', -1], ['1549.5', -2], ['1234.567', 1], ['1234.567', 0]])
  console.log(figure, places, '| stround', stround.round(figure, places), '| reliable-round', round(Number(figure), places), '| round-half-even', (half.default ?? half)(Number(figure), places))
JS
node try.cjs > seen
cat > expected <<'TXT'
1234567.8 -3 | stround 1234568000 | reliable-round 1235078 | round-half-even 1234567
1234567 -3 | stround 1234567000 | reliable-round 1234567 | round-half-even 1234567
2018 -1 | stround 20180 | reliable-round 2018 | round-half-even 2018
1549.5 -2 | stround 155000 | reliable-round 1505 | round-half-even 1549
1234.567 1 | stround 1234.6 | reliable-round 1234.6 | round-half-even 1234.6
1234.567 0 | stround 1235 | reliable-round 1235 | round-half-even 1235
TXT
diff expected seen
