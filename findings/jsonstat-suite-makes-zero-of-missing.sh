#!/usr/bin/env bash
# jsonstat-suite 4.0.1 (npm).
# Guess: fromCSV of a table with a status column keeps an empty value as null, as JSON-stat writes missing values,
# and reads 1,234 in quotation marks or says that it cannot.
# Seen: an empty value becomes 0, beside the status m that says it is missing; "1,234" and ".." become null without a
# word, as rows that are not there do.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jsonstat-suite@4.0.1
cat > try.cjs <<'JS'
const { fromCSV } = require('jsonstat-suite')
const read = (rows, options) => JSON.stringify(fromCSV('time,geo,value' + rows, { vlabel: 'value', ...options }).value)
console.log(read('\n2017,UK,1234\n2018,UK,\n2019,UK,12'))
console.log(read('\n2017,UK,"1,234"\n2018,UK,..\n2019,UK,12'))
const flagged = fromCSV('time,geo,status,value\n2017,UK,p,1234\n2018,UK,m,\n2019,UK,,12', { vlabel: 'value', slabel: 'status' })
console.log(JSON.stringify(flagged.value), JSON.stringify(flagged.status))
JS
cat > expected <<'TXT'
[1234,0,12]
[null,null,12]
[1234,0,12] ["p","m",null]
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
