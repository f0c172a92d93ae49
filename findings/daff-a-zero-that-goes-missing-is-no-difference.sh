#!/usr/bin/env bash
# daff 1.4.2 (npm), which tells how two editions of a table differ.
# Guess: a figure 0 that becomes an empty cell, or the other way round, is a difference, as 5 that does is, and as null that
# becomes empty is; so is false that becomes 0.
# Seen: of rows as they come from JSON or a workbook, 0 and an empty text are one, so that an area which had none and now has
# no figure has not changed, and 0 and false are one. 5 that goes missing is told, and of tables of texts, as daff reads
# CSV itself, all are.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund daff@1.4.2
cat > try.cjs <<'JS'
const daff = require('daff')
function differences(before, after) {
  const head = ['id', 'boxes']
  const [a, b] = [before, after].map(cell => new daff.TableView([head, ['kent', cell], ['essex', 7]]))
  const flags = new daff.CompareFlags()
  const rows = []
  new daff.TableDiff(daff.compareTables(a, b, flags).align(), flags).hilite(new daff.TableView(rows))
  return rows.slice(1).filter(row => row[0] === '->').map(row => row[2]).join() || 'none'
}
for (const [before, after] of [[0, ''], ['', 0], [5, ''], [0, null], [null, ''], [false, 0], ['0', ''], [5, '5']])
  console.log(JSON.stringify(before), 'to', JSON.stringify(after), '|', differences(before, after))
JS
node try.cjs > seen
printf 'id,boxes\nkent,0\nessex,7\n' > a.csv
printf 'id,boxes\nkent,\nessex,7\n' > b.csv
node_modules/.bin/daff a.csv b.csv | sed 's/^/CSV | /' >> seen
cat > expected <<'TXT'
0 to "" | none
"" to 0 | none
5 to "" | 5->
0 to null | 0->NULL
null to "" | NULL->
false to 0 | none
"0" to "" | 0->
5 to "5" | none
CSV | @@,id,boxes
CSV | ->,kent,0->
CSV | ,essex,7
TXT
diff expected seen
