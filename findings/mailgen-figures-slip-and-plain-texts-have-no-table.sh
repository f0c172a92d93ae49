#!/usr/bin/env bash
# mailgen 2.0.36 (npm), which makes an e-mail and its plain text of data.
# Guess: the figures of a table stand below their headings whatever the order of the names in each row, a flag that only
# one row has gets a heading, "<5 boxes" is written as such, and the plain text tells what the page tells.
# Seen: the headings are those of the first row, the cells of each row are in its own order: {Boxes: 7, Year: 2020} has 7
# below Year and 2020 below Boxes, and a flag stands in a column without a heading. The plain text has no table at all;
# from <5 on all is gone from it, to the next ">": the dictionary and the source with it. In the page <5 is not escaped.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mailgen@2.0.36
cat > try.cjs <<'JS'
const Mailgen = require('mailgen')
const office = new Mailgen({ theme: 'default', product: { name: 'Office', link: 'https://example.org', copyright: 'end' } })
const mail = intro => ({ body: { name: 'Reader', intro, signature: false, outro: 'Source: <a href="https://example.org/5">table 5</a>', dictionary: { '2018/19': '560 boxes' },
  table: { data: [{ Year: 2016, Boxes: 550 }, { Boxes: 7, Year: 2020 }, { Year: 2021, Boxes: 8, Flag: 'p' }] } } })
const plain = html => html.replace(/\s+/g, ' ')
for (const intro of ['There were 4 boxes.', 'There were <5 boxes.']) console.log('text |', plain(office.generatePlaintext(mail(intro))))
const page = office.generate(mail('There were <5 boxes.'))
console.log('page |', page.match(/There were.*boxes\./)[0])
for (const [, row] of page.match(/<table class="data-table"[^]*?<\/table>/)[0].matchAll(/<tr>([^]*?)<\/tr>/g)) console.log('page |', plain(row.replace(/<[^>]*>/g, '|')).replace(/[| ]+/g, ' | '))
JS
cat > expected <<'TXT'
text | Hi Reader, There were 4 boxes. 2018/19: 560 boxes Source: table 5 end
text | Hi Reader, There were table 5 end
page | There were <5 boxes.
page |  | Year | Boxes | 
page |  | 2016 | 550 | 
page |  | 7 | 2020 | 
page |  | 2021 | 8 | p | 
TXT
node try.cjs > seen
diff expected seen
