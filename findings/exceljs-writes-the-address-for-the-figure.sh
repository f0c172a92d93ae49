#!/usr/bin/env bash
# exceljs 4.4.0 (npm), a sheet written as CSV.
# Guess: a cell comes out as its words: a figure that is linked to its source as the figure, 1,234 with a small raised
# 1 behind it as text, with or without the mark.
# Seen: in the place of a linked figure the address is written, and the figure is gone; a cell with a raised mark is
# JSON, {"richText":[...]}. Formulas give their results.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat > try.cjs <<'JS'
const { Workbook } = require('exceljs')
const book = new Workbook()
const sheet = book.addWorksheet('boxes')
sheet.addRow(['2016', 550])
sheet.addRow(['2017', { text: '850', hyperlink: 'https://example.org/report' }])
sheet.addRow(['2018', { richText: [{ text: '1,234' }, { font: { vertAlign: 'superscript' }, text: '1' }] }])
sheet.addRow(['2019', { formula: 'B1*2', result: 1100 }])
book.csv.writeBuffer().then(csv => console.log(String(csv)))
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
2016,550
2017,https://example.org/report
2018,"{""richText"":[{""text"":""1,234""},{""font"":{""vertAlign"":""superscript""},""text"":""1""}]}"
2019,1100
TXT
diff expected seen
