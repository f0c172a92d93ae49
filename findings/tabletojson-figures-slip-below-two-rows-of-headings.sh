#!/usr/bin/env bash
# tabletojson 4.1.15 (npm).
# Guess: of a table in a page with two rows of headings (a span "Boxes" over "Sent" and "Lost", "Year" over both rows) each
# figure is kept under a heading that stands above it, or the columns have numbers.
# Seen: the last row of headings is taken, without the "Year" that spans both, and is put on the columns from the first on:
# the years are said to be the boxes sent, the boxes sent to be lost, and the lost ones stand under "2". The year 2018 with
# a raised mark 1 is 20181. With one row of headings all is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund tabletojson@4.1.15
cat > try.mjs <<'JS'
import { Tabletojson } from 'tabletojson'
const rows = '<tr><td>2018<sup>1</sup></td><td>1,234</td><td>56</td></tr><tr><td>2019</td><td>1,300</td><td>60</td></tr>'
const page = head => `<table><thead>${head}</thead><tbody>${rows}</tbody></table>`
for (const head of ['<tr><th>Year</th><th>Sent</th><th>Lost</th></tr>',
  '<tr><th rowspan="2">Year</th><th colspan="2">Boxes</th></tr><tr><th>Sent</th><th>Lost</th></tr>']) {
  for (const row of Tabletojson.convert(page(head))[0]) console.log(JSON.stringify(row))
}
JS
cat > expected <<'TXT'
{"Year":"20181","Sent":"1,234","Lost":"56"}
{"Year":"2019","Sent":"1,300","Lost":"60"}
{"2":"56","Sent":"20181","Lost":"1,234"}
{"2":"60","Sent":"2019","Lost":"1,300"}
TXT
node try.mjs > seen 2> log
diff expected seen
