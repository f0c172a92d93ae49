#!/usr/bin/env bash
# @tuplo/numberfmt 1.11.0 (npm), which writes numbers by patterns such as 0,0.00 and 0.0%.
# Guess: the pattern of spreadsheets, #,##0.00, gives 1,234.50 and 0.00, or is refused; what stands around the digits, such
# as a pound sign or kg, is written, or is refused; -0.4 without decimals is 0 or -0.
# Seen: by #,##0 a zero is an empty text, and decimals are dropped: 1,234.5 by #,##0.00 is 1,235, 0.5 is 1. Signs and units
# are left out without a word, 1644 by £0,0 and by 0,0 kg is 1,644, and 0.0 mm is metres or kilometres. With 0 in place
# of # numbers are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @tuplo/numberfmt@1.11.0
cat > try.mjs <<'JS'
import format from '@tuplo/numberfmt'
for (const pattern of ['0,0', '0,0.00', '0.0%', '#,##0', '#,##0.00', '#.##', '£0,0', '0,0 kg', '0.0 mm'])
  console.log(pattern, '|', ...[0, 0.5, 2.5, 1234.5, -1644].map(number => JSON.stringify(format(number, pattern))))
JS
node try.mjs > seen
cat > expected <<'TXT'
0,0 | "0" "1" "3" "1,235" "-1,644"
0,0.00 | "0.00" "0.50" "2.50" "1,234.50" "-1,644.00"
0.0% | "0.0%" "50.0%" "250.0%" "123450.0%" "-164400.0%"
#,##0 | "" "1" "3" "1,235" "-1,644"
#,##0.00 | "" "1" "3" "1,235" "-1,644"
#.## | "" "1" "3" "1235" "-1644"
£0,0 | "0" "1" "3" "1,235" "-1,644"
0,0 kg | "0" "1" "3" "1,235" "-1,644"
0.0 mm | "0.0 m" "0.5 m" "2.5 m" "1.23 km" "-1.64 km"
TXT
diff expected seen
