#!/usr/bin/env bash
# dataframe-js 1.4.4 (npm), tables with SQL.
# Guess: a missing figure is left out of the lowest and the highest as it is of the mean, ORDER BY sorts or is refused,
# "boxes = 9" finds the row with 9, and a left join keeps one row for each row on the left.
# Seen: the lowest of 10, null and 30 is 0, the highest of -10, null and -30 as well, while the mean is right. ORDER BY is
# passed over. A condition that a figure is equal to a number finds nothing. A left join of tables that both have a column
# "boxes" puts the rows of the right one below those of the left. None of this is an error.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dataframe-js@1.4.4
cat > try.cjs <<'JS'
const { DataFrame } = require('dataframe-js')
for (const figures of [[10, null, 30], [-10, null, -30], [10, '', 30]]) {
  const column = new DataFrame(figures.map(boxes => ({ boxes })), ['boxes']).stat
  console.log(JSON.stringify(figures), '| lowest', column.min('boxes'), '| highest', column.max('boxes'), '| mean', column.mean('boxes'))
}
const table = new DataFrame([{ area: 'N', boxes: 10 }, { area: 'S', boxes: 9 }, { area: 'E', boxes: 100 }], ['area', 'boxes'])
DataFrame.sql.registerTable(table, 'table')
for (const rest of ['ORDER BY boxes', 'ORDER BY boxes DESC', 'WHERE boxes = 9', "WHERE area = 'N' OR boxes = 9", 'WHERE boxes = 9 LIMIT 1'])
  console.log(rest, '|', DataFrame.sql.request('SELECT area, boxes FROM table ' + rest).toArray().join('; '))
console.log('left join |', table.leftJoin(new DataFrame([{ area: 'N', boxes: 1 }], ['area', 'boxes']), 'area').toArray().join('; '))
JS
node try.cjs > seen
cat > expected <<'TXT'
[10,null,30] | lowest 0 | highest 30 | mean 20
[-10,null,-30] | lowest -30 | highest 0 | mean -20
[10,"",30] | lowest 0 | highest 30 | mean 20
ORDER BY boxes | N,10; S,9; E,100
ORDER BY boxes DESC | N,10; S,9; E,100
WHERE boxes = 9 | 
WHERE area = 'N' OR boxes = 9 | N,10
WHERE boxes = 9 LIMIT 1 | 
left join | N,10; S,9; E,100; N,1
TXT
diff expected seen
