#!/usr/bin/env bash
# data-forge 1.10.5 (npm), data frames for JavaScript.
# Guess: parseFloats() of what is no plain number, 1,644 or 5 to 10, gives NaN or an error, parseDates() of what is no
# date an invalid one, and a code 007 stays text with dynamicTyping.
# Seen: a number is read as far as it goes, 1,644 is 1, "5 to 10" is 5 and 12.5m 12.5; parseInts cuts 12.7. Months run
# on: the financial year 2018-19 is 1 July 2019, 2009-10 October 2009; ages 1-4 and Ward 1 are days of January 2001.
# 007 is 7, and of the version 1.10 there is 1.1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund data-forge@1.10.5
cat > try.mjs <<'JS'
import dataForge from 'data-forge'
const read = (cell, options) => dataForge.fromCSV(`v,w\n"${cell}",x\n`, options)
for (const cell of ['12.5', '1,644', '44%', '5 to 10', '12.5m', '£17']) console.log(cell, '| parseFloats |', read(cell).parseFloats('v').first().v)
console.log('12.7 | parseInts |', read('12.7').parseInts('v').first().v)
for (const cell of ['2018-09-03', '2009-10', '2018-19', '1-4', 'Ward 1', 'Q2 2017']) {
  const day = read(cell).parseDates('v').first().v
  console.log(cell, '| parseDates |', isNaN(day) ? 'invalid' : [day.getFullYear(), day.getMonth() + 1, day.getDate()].join('-'))
}
for (const cell of ['007', '1.10', '1,644', '44%']) console.log(cell, '| dynamicTyping |', JSON.stringify(read(cell, { dynamicTyping: true }).first().v))
JS
cat > expected <<'TXT'
12.5 | parseFloats | 12.5
1,644 | parseFloats | 1
44% | parseFloats | 44
5 to 10 | parseFloats | 5
12.5m | parseFloats | 12.5
£17 | parseFloats | NaN
12.7 | parseInts | 12
2018-09-03 | parseDates | 2018-9-3
2009-10 | parseDates | 2009-10-1
2018-19 | parseDates | 2019-7-1
1-4 | parseDates | 2001-1-4
Ward 1 | parseDates | 2001-1-1
Q2 2017 | parseDates | invalid
007 | dynamicTyping | 7
1.10 | dynamicTyping | 1.1
1,644 | dynamicTyping | "1,644"
44% | dynamicTyping | "44%"
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
