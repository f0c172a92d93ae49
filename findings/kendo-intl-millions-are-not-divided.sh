#!/usr/bin/env bash
# @progress/kendo-intl 3.2.1 (npm), numbers of Kendo UI's fields and tables, in English.
# Guess: two commas behind the digits of a pattern divide by a million, as in spreadsheets and .NET, whose patterns it follows;
# what is no one number is null, as "5-10" and £642m are; a fall is rounded as a rise is.
# Seen: the commas do nothing: 1,234,567 by "#,##0.0,,m" is 1,234,567.0m. "5 to 10" is read as 5, 2018/19 as 2018, 1 644 as 1
# and 12.5m as 12.5. Without decimals 2.5 is 3 and -2.5 is -2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @progress/kendo-intl@3.2.1
cat > try.mjs <<'JS'
import { formatNumber, parseNumber } from '@progress/kendo-intl'
for (const [figure, pattern] of [[1234567, '#,##0'], [1234567, '#,##0.0,,m'], [1234567, '0,,'], [2.5, 'n0'], [-2.5, 'n0'], [0.445, 'p1'], [12.5, '0 "boxes"']]) console.log(figure, 'by', pattern, '|', formatNumber(figure, pattern))
for (const text of ['1,644', '44%', '5-10', '5 to 10', '2018/19', '1 644', '12.5m', '£642m', '(12)']) console.log(text, '|', parseNumber(text, 'en'))
JS
node try.mjs > seen 2> log
cat > expected <<'TXT'
1234567 by #,##0 | 1,234,567
1234567 by #,##0.0,,m | 1,234,567.0m
1234567 by 0,, | 1,234,567
2.5 by n0 | 3
-2.5 by n0 | -2
0.445 by p1 | 44.5%
12.5 by 0 "boxes" | 13 boxes
1,644 | 1644
44% | 0.44
5-10 | null
5 to 10 | 5
2018/19 | 2018
1 644 | 1
12.5m | 12.5
£642m | null
(12) | null
TXT
diff expected seen
