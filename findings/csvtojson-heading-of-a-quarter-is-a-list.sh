#!/usr/bin/env bash
# csvtojson 2.0.14 (npm).
# Guess: the headings of a table are the keys of its rows, also those with a full stop; of two columns of one name both
# are kept, the second renamed, or an error is raised; a column that is told to be a number refuses a cell that is none.
# Seen: a full stop in a heading makes objects within objects, and a number after it the place in a list: the figure of
# Q1.18 is the last of nineteen places, eighteen of them null. Of two columns of one name the first is gone. As a number
# 1,644 is 1, "5 to 10" is 5 and 44% is 44; n/a stays text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund csvtojson@2.0.14
cat > try.mjs <<'JS'
import csv from 'csvtojson'
const read = (text, options) => csv(options).fromString(text)
const [quarters] = await read('area,Q1.18\nNorth,5\n')
console.log('Q1.18 |', JSON.stringify(quarters.Q1?.length), '| null', JSON.parse(JSON.stringify(quarters)).Q1?.filter(cell => cell === null).length, '| last', quarters.Q1?.at(-1))
console.log('No. of boxes |', JSON.stringify(await read('area,No. of boxes\nNorth,5\n')))
console.log('boxes twice |', JSON.stringify(await read('area,boxes,boxes\nNorth,5,6\n')))
for (const cell of ['12.5', '1,644', '5 to 10', '44%', 'n/a'])
  console.log(cell, '| number |', JSON.stringify((await read(`area,boxes\nNorth,"${cell}"\n`, { colParser: { boxes: 'number' } }))[0].boxes))
JS
cat > expected <<'TXT'
Q1.18 | 19 | null 18 | last 5
No. of boxes | [{"area":"North","No":{" of boxes":"5"}}]
boxes twice | [{"area":"North","boxes":"6"}]
12.5 | number | 12.5
1,644 | number | 1
5 to 10 | number | 5
44% | number | 44
n/a | number | "n/a"
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
