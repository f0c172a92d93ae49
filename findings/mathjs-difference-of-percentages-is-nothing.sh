#!/usr/bin/env bash
# mathjs 15.2.0 (npm).
# Guess: evaluate('44% - 40%') is 0.04, as '44%' is 0.44 and '100 + 5%' 105, or, as on a pocket calculator, 44% less
# two fifths of it.
# Seen: it is 0: a percent sign before a plus or a minus is the remainder of a division, of 44 by
# -40%. Sums of shares are 0 as well; brackets round each share help. '44% * 0.5' is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mathjs@15.2.0
cat > try.mjs <<'JS'
import { evaluate } from 'mathjs'
for (const text of ['44%', '100 + 5%', '5% * 200', '44% * 0.5', '44% - 40%', '44% + 5%', '(44% - 40%) / 2', '44% - 1', '44% + 1', '(44%) - (40%)', '1 - 40%'])
  console.log(text, '|', evaluate(text))
JS
cat > expected <<'TXT'
44% | 0.44
100 + 5% | 105
5% * 200 | 10
44% * 0.5 | 0.22
44% - 40% | 0
44% + 5% | 0
(44% - 40%) / 2 | 0
44% - 1 | 0
44% + 1 | 0
(44%) - (40%) | 0.03999999999999998
1 - 40% | 0.6
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
