#!/usr/bin/env bash
# xlsx-populate 1.21.0, with xlsx (SheetJS) 0.18.5 to write the workbook and to read it again (npm).
# Guess: whoever puts one figure into a workbook and saves it leaves the other cells as they were: a text stays a text.
# Seen: each text that looks like a number as JavaScript prints it is read and saved as one: of the codes 007, 123 and
# 1e5 the second is a number, the others stay texts, so that no formula that compares codes finds it any more; the year
# 2018 and -5 as well, and the word Infinity is a number without end.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund xlsx-populate@1.21.0 xlsx@0.18.5
cat > try.cjs <<'JS'
const SheetJS = require('xlsx'), Populate = require('xlsx-populate')
;(async () => {
  const texts = ['007', '123', '1e5', '2018', '2018-19', '-5', '1.10', 'Infinity', 'Boxes']
  const book = SheetJS.utils.book_new()
  SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(texts.map(v => [{ t: 's', v }])), 'S')
  const opened = await Populate.fromDataAsync(SheetJS.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }))
  opened.sheet(0).cell('B1').value(550)
  const again = SheetJS.read(await opened.outputAsync()).Sheets.S
  texts.forEach((text, at) => console.log(text, '|', { s: 'text', n: 'number' }[again[`A${at + 1}`].t], again[`A${at + 1}`].v))
})()
JS
cat > expected <<'TXT'
007 | text 007
123 | number 123
1e5 | text 1e5
2018 | number 2018
2018-19 | text 2018-19
-5 | number -5
1.10 | text 1.10
Infinity | number Infinity
Boxes | text Boxes
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
