#!/usr/bin/env bash
# numeral 2.0.6 (npm).
# Guess: numeral(text).value() is null for what is no one number, as for 'many'; it knows a scale and a sign.
# Seen: '5 to 10' is 510, '10-20' is -1020, the financial year '2018/19' is 201819, '12:30' is 750, '1e5' is
# 15. '£1.2 million' is 1.2 though '1.2m' is 1200000, and −158 with the sign of Unicode is 158.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund numeral@2.0.6
cat > try.cjs <<'JS'
const numeral = require('numeral')
for (const text of ['1,644', '-158', '1.2m', '44%', 'many', '5 to 10', '10-20', '2018/19', '12:30', '1e5', '£1.2 million', '−158']) console.log(text, '|', numeral(text).value())
JS
cat > expected <<'TXT'
1,644 | 1644
-158 | -158
1.2m | 1200000
44% | 0.44
many | null
5 to 10 | 510
10-20 | -1020
2018/19 | 201819
12:30 | 750
1e5 | 15
£1.2 million | 1.2
−158 | 158
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
