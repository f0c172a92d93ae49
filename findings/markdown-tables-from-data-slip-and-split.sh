#!/usr/bin/env bash
# tablemark 4.1.0, markdown-table 3.1.0 and csv-to-markdown-table 1.6.3 (npm), which make Markdown tables of data.
# Guess: each figure stands below its heading whatever the order of the names in its row, a flag that only one row has gets
# a heading, a missing figure leaves its cell empty, a cell in quotation marks with a comma is read as one without them.
# Seen: in tablemark the headings are those of the first row and {boxes: 7, year: 2018} has 7 below Year; the flag p is gone
# and null is the word null. markdown-table leaves a bar in a cell as it is, so that "a|b" is two cells. Of a CSV the third
# keeps the quotation marks around "1,644", and a note of two lines breaks its row: what follows the break stands below
# Year, as it does in markdown-table.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund tablemark@4.1.0 markdown-table@3.1.0 csv-to-markdown-table@1.6.3
cat > try.mjs <<'JS'
import csv from 'csv-to-markdown-table'
import { markdownTable } from 'markdown-table'
import { tablemark } from 'tablemark'
const show = (name, text) => console.log(name + '\n' + text.trim().replace(/ +$/gm, ''))
show('tablemark', tablemark([{ year: 2016, boxes: 550 }, { year: 2017, boxes: null }, { boxes: 7, year: 2018 }, { year: 2019, boxes: 560, flag: 'p' }]))
show('markdown-table', markdownTable([['Year', 'Note', 'Boxes'], ['2016', 'a|b', '550'], ['2017', 'sum of\n5 and 6', '11']]))
show('csv-to-markdown-table', csv('Year,Boxes,Note\n2016,"1,644",\n2017,550,"sum of\n5 and 6"\n', ',', true))
JS
cat > expected <<'TXT'
tablemark
| Year | Boxes |
| :--- | :---- |
| 2016 | 550   |
| 2017 | null  |
| 7    | 2018  |
| 2019 | 560   |
markdown-table
| Year | Note           | Boxes |
| ---- | -------------- | ----- |
| 2016 | a|b            | 550   |
| 2017 | sum of
5 and 6 | 11    |
csv-to-markdown-table
| Year     | Boxes   | Note    |
|----------|---------|---------|
| 2016     | "1,644" |         |
| 2017     | 550     | "sum of |
| 5 and 6" |         |         |
|          |         |         |
TXT
node try.mjs > seen
diff expected seen
