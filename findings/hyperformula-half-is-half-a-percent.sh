#!/usr/bin/env bash
# hyperformula 3.5.0 (npm), which calculates spreadsheets.
# Guess: TEXT() with the usual patterns of spreadsheets gives the number in that form, or an error where
# a pattern is not known to it.
# Seen: 0.00 is known, the other patterns are put around the number without an error: the share 0.445 with 0.0% is
# 0.4% and not 44.5%, with 0% it is 0%; 1644 with #,##0 is 1644,##0; of d mmmm yyyy the name of the month is 0900;
# -5 with brackets for negative numbers has both parts of the pattern.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > try.mjs <<'JS'
import { HyperFormula } from 'hyperformula'
for (const [value, pattern] of [
  ['12.5', '0.00'], ['0.445', '0.0%'], ['0.445', '0%'], ['0.5', '0.0%'], ['1644', '#,##0'], ['1234567', '0,,'], ['-5', '0;(0)'],
  ['DATE(2018,9,3)', 'yyyy'], ['DATE(2018,9,3)', 'd mmmm yyyy'],
]) {
  const sheets = HyperFormula.buildFromArray([[`=TEXT(${value},"${pattern}")`]], { licenseKey: 'gpl-v3' })
  console.log(value, '|', pattern, '|', sheets.getSheetValues(0)[0][0])
}
JS
cat > expected <<'TXT'
12.5 | 0.00 | 12.50
0.445 | 0.0% | 0.4%
0.445 | 0% | 0%
0.5 | 0.0% | 0.5%
1644 | #,##0 | 1644,##0
1234567 | 0,, | 1234567,,
-5 | 0;(0) | -5;(0)
DATE(2018,9,3) | yyyy | 2018
DATE(2018,9,3) | d mmmm yyyy | 3 0900 2018
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
