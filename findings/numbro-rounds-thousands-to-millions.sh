#!/usr/bin/env bash
# numbro 2.5.0 (npm).
# Guess: `average: true` writes 850,000 as 850k, as it writes 82,109 as 82.1k.
# Seen: see below: amounts below a million are written in millions, with the digits that the mantissa leaves:
# 0.9m, and a range of 550,000 to 850,000 is 0.6m to 0.9m; read back, 0.9m is 900,000.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund numbro@2.5.0
cat > try.mjs <<'JS'
import numbro from 'numbro'
for (const value of [82109, 499999, 500000, 550000, 850000, 1500000])
  console.log(value, '|', numbro(value).format({ average: true, mantissa: 1 }), '|', numbro.unformat(numbro(value).format({ average: true, mantissa: 1 })))
JS
cat > "$work/expected" <<'TXT'
82109 | 82.1k | 82100
499999 | 500.0k | 500000
500000 | 0.5m | 500000
550000 | 0.6m | 600000
850000 | 0.9m | 900000
1500000 | 1.5m | 1500000
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
