#!/usr/bin/env bash
# vega 6.4.0 (npm).
# Guess: format.parse 'auto' of a CSV, whose manual names numbers, booleans and dates, leaves shares with a
# percent sign, school years and areas with a number as text, as it leaves £17 and 1,644.
# Seen: 44% and 45% are 1 January 2044 and 2045, Year 10 is October 2001, Ward 1 January 2001, the age
# band 1-4 a day in January 2001, the financial year 2009/10 October 2009, Apr-Jun 2022 June 2022:
# whatever Date.parse of the JavaScript engine takes is a date.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vega@6.4.0
cat > try.mjs <<'JS'
import { inferType, read } from 'vega'
for (const cells of [['£17', '£18'], ['1,644', '2,100'], ['44%', '45%'], ['Year 10', 'Year 11'], ['Ward 1', 'Ward 2'], ['1-4', '5-9'], ['2009/10', '2010/11'], ['Apr-Jun 2022', 'Jul-Sep 2022'], ['2018/19', '2019/20']]) {
  const rows = read(['x', ...cells.map(cell => `"${cell}"`)].join('\n'), { type: 'csv', parse: 'auto' })
  const date = inferType(cells) === 'date'
  console.log(cells.join(' '), '|', inferType(cells), '|', ...rows.map(row => date ? new Date(row.x).toISOString().slice(0, 10) : row.x))
}
JS
cat > expected <<'TXT'
£17 £18 | string | £17 £18
1,644 2,100 | string | 1,644 2,100
44% 45% | date | 2044-01-01 2045-01-01
Year 10 Year 11 | date | 2001-10-01 2001-11-01
Ward 1 Ward 2 | date | 2001-01-01 2001-02-01
1-4 5-9 | date | 2001-01-04 2001-05-09
2009/10 2010/11 | date | 2009-10-01 2010-11-01
Apr-Jun 2022 Jul-Sep 2022 | date | 2022-06-01 2022-09-01
2018/19 2019/20 | string | 2018/19 2019/20
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
