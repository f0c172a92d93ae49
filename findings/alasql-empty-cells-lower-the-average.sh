#!/usr/bin/env bash
# alasql 4.19.1 (npm), SQL over CSV files and arrays.
# Guess: a cell that is empty in a CSV file which it reads itself is null and left out of AVG and VAR, as null is; of
# figures that are texts the average is that of the numbers, as in SQLite, or an error.
# Seen: an empty cell is a text and counts as zero in averages and medians: of 5, nothing and 7 the average is 4, the
# median 5 and the variance negative. The average of the texts 5, 10 and 7 is 1702.33: they are joined to 5107 and
# divided by three. A column with 1,200 in it has no average, and its sum leaves the others out.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund alasql@4.19.1
cat > try.mjs <<'JS'
import { writeFileSync } from 'fs'
import alasql from 'alasql'
writeFileSync('t.csv', 'year,boxes,staff\n2017,5,"1,200"\n2018,,"1,300"\n2019,7,900\n')
const ask = async (what, from, rows) => console.log(what, '|', JSON.stringify((await alasql.promise(`SELECT ${what} AS seen FROM ${from}`, rows && [rows]))[0].seen))
for (const what of ['AVG(boxes)', 'SUM(boxes)', 'COUNT(boxes)', 'MEDIAN(boxes)', 'VAR(boxes)', 'AVG(staff)', 'SUM(staff)'])
  await ask(what, 'CSV("t.csv", {headers: true})')
console.log('null instead')
for (const what of ['AVG(boxes)', 'MEDIAN(boxes)', 'VAR(boxes)']) await ask(what, '?', [{ boxes: 5 }, { boxes: null }, { boxes: 7 }])
console.log('texts')
for (const what of ['AVG(boxes)', 'MAX(boxes)']) await ask(what, '?', [{ boxes: '5' }, { boxes: '10' }, { boxes: '7' }])
JS
cat > expected <<'TXT'
AVG(boxes) | 4
SUM(boxes) | 12
COUNT(boxes) | 3
MEDIAN(boxes) | 5
VAR(boxes) | -504.5
AVG(staff) | undefined
SUM(staff) | 900
null instead
AVG(boxes) | 6
MEDIAN(boxes) | 6
VAR(boxes) | 2
texts
AVG(boxes) | 1702.3333333333333
MAX(boxes) | undefined
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
