#!/usr/bin/env bash
# markdown-it-pivot-table 1.0.5 with markdown-it 15.0.3 (npm), which sums up tables of Markdown by group: SUM(), AVG(), MIN(),
# MAX(), CNT().
# To be expected: an empty cell is left out of the mean and of the count; the lowest and the highest of two numbers are numbers; a cell
# that is no number, such as the range 5-10 or the year 2018/19, is left out or refused, as <5 is refused; (12) is a fall.
# Seen: cells are worked out as sums: beside a 6 the range 5-10 is a fall of 5, so that the sum is 1; 2018/19 is 106.21 and
# 2018-19 is 1999, and (12) is a rise of 12. An empty cell is nothing: the mean of 6 is 3, of two figures. MIN and MAX of two
# plain numbers are NaN. A share of 0.004 is 0.00, as two digits are kept. <5 and 1,644 stop with an error, the rest is silent.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdown-it-pivot-table@1.0.5 markdown-it@15.0.3
cat > try.mjs <<'JS'
import MarkdownIt from 'markdown-it'
import pivot from 'markdown-it-pivot-table'
const markdown = MarkdownIt().use(pivot)
for (const cell of ['4', '-158', '', '5-10', '2018/19', '2018-19', '(12)', '<5', '1,644', '0.004']) {
  const row = value => `| North | ${Array(5).fill(value).join(' | ')} |\n`
  let seen
  try {
    const page = markdown.render(`|Group=Area|Sum=SUM()|Mean=AVG()|Low=MIN()|High=MAX()|Number=CNT()|\n|---|---|---|---|---|---|\n${row(cell)}${row(cell === '0.004' ? '0' : '6')}`)
    seen = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(match => match[1].trim()).slice(1).join(', ')
  } catch (error) { seen = error.message }
  console.log(JSON.stringify(cell), '|', seen)
}
JS
cat > expected <<'TXT'
"4" | 10.00, 5.00, NaN, NaN, 2.00
"-158" | -152.00, -76.00, NaN, NaN, 2.00
"" | 6.00, 3.00, NaN, NaN, 2.00
"5-10" | 1.00, 0.50, NaN, NaN, 2.00
"2018/19" | 112.21, 56.11, NaN, NaN, 2.00
"2018-19" | 2005.00, 1002.50, NaN, NaN, 2.00
"(12)" | 18.00, 9.00, NaN, NaN, 2.00
"<5" | The equation is invalid.
"1,644" | The equation is invalid.
"0.004" | 0.00, 0.00, NaN, NaN, 2.00
TXT
node try.mjs > seen
cat seen
diff expected seen
