#!/usr/bin/env bash
# xlsx-extract 0.2.0 (npm), a reader of workbooks; exceljs 4.4.0 writes the one that is read.
# Guess: the share 0.285 is 0.285 however the cell shows it, or 28.5 wherever the cell shows a percentage, and 1234.6 of a
# cell that shows 1,235 is 1234.6 or 1235.
# Seen: shown as 28.5% it is 0.3, shown as 29% it is 28, and without a format 0.285: three scales in one column.
# A cell that shows whole numbers is cut, not rounded: 1234.6 is 1234, and a fall by 0.6 is nothing. Thousands set apart by a
# space make a day of 1900 of a figure. With {raw_values: true} all is text, and right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund xlsx-extract@0.2.0 exceljs@4.4.0
cat > try.cjs <<'JS'
const ExcelJS = require('exceljs')
const { XLSX } = require('xlsx-extract')
const figures = [[0.285, 'General'], [0.285, '0%'], [0.285, '0.0%'], [0.2857, '0.00%'], [0.004, '0%'], [-0.285, '0%'],
  [1234.6, 'General'], [1234.6, '#,##0'], [1234.6, '0.0'], [-0.6, '0'], [3.6, '£#,##0'], [3.6, '# ##0']]
const read = options => new Promise((resolve, reject) => {
  const rows = []
  new XLSX().extract('figures.xlsx', options).on('row', row => rows.push(row)).on('error', reject).on('end', () => resolve(rows))
})
const run = async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('figures')
  for (const [figure, format] of figures) sheet.addRow([figure]).getCell(1).numFmt = format
  await workbook.xlsx.writeFile('figures.xlsx')
  const [plain, raw] = [await read({}), await read({ raw_values: true })]
  figures.forEach(([figure, format], row) => console.log(figure, 'as', format, '|', JSON.stringify(plain[row][0]), '| raw', JSON.stringify(raw[row][0])))
}
run()
JS
cat > expected <<'TXT'
0.285 as General | 0.285 | raw "0.285"
0.285 as 0% | 28 | raw "0.285"
0.285 as 0.0% | 0.3 | raw "0.285"
0.2857 as 0.00% | 0.29 | raw "0.2857"
0.004 as 0% | 0 | raw "0.004"
-0.285 as 0% | -28 | raw "-0.285"
1234.6 as General | 1234.6 | raw "1234.6"
1234.6 as #,##0 | 1234 | raw "1234.6"
1234.6 as 0.0 | 1234.6 | raw "1234.6"
-0.6 as 0 | 0 | raw "-0.6"
3.6 as £#,##0 | 3 | raw "3.6"
3.6 as # ##0 | "1900-01-03T14:24:00.000Z" | raw "3.6"
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
