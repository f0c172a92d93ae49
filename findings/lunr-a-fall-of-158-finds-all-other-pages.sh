#!/usr/bin/env bash
# lunr 2.3.9 and minisearch 7.2.0 (npm), the searches of many sites of documentation.
# Guess: what stands on a page, copied from there into the search, finds the page: -158, £1.2m, 44.5%, 1,234.
# Seen: in lunr -158 finds every page but the one that says it, since a minus in front means "without"; £1.2m and 44.5%
# find none: the signs around a word are taken off the pages and not off what is searched; "year: 2018" is an error.
# minisearch finds each, and with it pages that share a piece of the number: 1,234 also the page with 1.2, 44.5% that with 5.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund lunr@2.3.9 minisearch@7.2.0
cat > try.cjs <<'JS'
const lunr = require('lunr')
const MiniSearch = require('minisearch')
const pages = [
  { id: 'A', text: 'In 2017-18 boxes changed by -158, crates cost £1.2m' },
  { id: 'B', text: 'In 2018-19 the share was 44.5%, of 1,234 cans; year: 2018' },
  { id: 'C', text: 'In 2019-20 there were 1.2 cans for each box, and 5 crates' }
]
const index = lunr(function () {
  this.ref('id')
  this.field('text')
  pages.forEach(page => this.add(page))
})
const mini = new MiniSearch({ fields: ['text'] })
mini.addAll(pages)
for (const query of ['2018-19', '-158', 'changed -158', '£1.2m', '1.2m', '44.5%', '44.5', '1,234', 'year: 2018']) {
  let found
  try { found = index.search(query).map(page => page.ref).sort().join(' ') } catch (error) { found = error.name }
  console.log(query, '| lunr', found || 'none', '| minisearch', mini.search(query).map(page => page.id).sort().join(' ') || 'none')
}
JS
cat > expected <<'TXT'
2018-19 | lunr B | minisearch B
-158 | lunr B C | minisearch A
changed -158 | lunr none | minisearch A
£1.2m | lunr none | minisearch A
1.2m | lunr A | minisearch A B C
44.5% | lunr none | minisearch B C
44.5 | lunr B | minisearch B C
1,234 | lunr B | minisearch B C
year: 2018 | lunr QueryParseError | minisearch B
TXT
node try.cjs > seen
diff expected seen
