#!/usr/bin/env bash
# csvjson 5.1.0 (npm), CSV to objects.
# Guess: toObject() with its defaults reads CSV as RFC 4180 has it: "1,644" in quotation marks is one cell.
# Seen: it is two, with a quotation mark each, so that the figure after it stands in no column and is gone, and a mark
# stays with every other cell that has one. {quote: true} or {quote: '"'} reads it as it should be.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund csvjson@5.1.0
cat > try.cjs <<'JS'
const csvjson = require('csvjson')
const table = 'area,people,cases\n"North","1,644",5\nSouth,900,7\n'
for (const options of [undefined, { quote: true }, { quote: '"' }]) console.log(JSON.stringify(csvjson.toObject(table, options)))
JS
node try.cjs > seen
cat > expected <<'TXT'
[{"area":"North","people":"\"1","cases":"644\""},{"area":"South","people":"900","cases":"7"}]
[{"area":"North","people":"1,644","cases":"5"},{"area":"South","people":"900","cases":"7"}]
[{"area":"North","people":"1,644","cases":"5"},{"area":"South","people":"900","cases":"7"}]
TXT
diff expected seen
