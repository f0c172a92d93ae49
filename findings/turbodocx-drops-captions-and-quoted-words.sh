#!/usr/bin/env bash
# @turbodocx/html-to-docx 1.23.1 (npm).
# Guess: all words of a page reach the Word document; what Word has no element for becomes plain text.
# Seen: captions of tables and of figures are gone, and so is what stands in q, abbr, cite, data, time, small, output and
# more, listed below, without a word said: of "rose to <data>550</data> boxes" the figure, of "the <abbr>ONS</abbr>" the
# name. What stands in sup, del, ins, mark, code and links is there, and the alternative text of a picture.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @turbodocx/html-to-docx@1.23.1 jszip@3.10.1
cat > try.cjs <<'JS'
const toDocx = require('@turbodocx/html-to-docx')
const zip = require('jszip')
const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
async function words (html) {
  const parts = await zip.loadAsync(await toDocx(html))
  const body = await parts.file('word/document.xml').async('string')
  return [...body.matchAll(/<w:t[ >][^<]*|descr="[^"]*"/g)].map(m => m[0].replace(/^<w:t[^>]*>/, '')).join('').replace(/\s+/g, ' ').trim()
}
(async () => {
  console.log(await words(`<figure><img alt="Boxes rose" src="${png}"><figcaption>Figure 1: Boxes</figcaption></figure><p>After</p>`))
  console.log(await words('<table><caption>Table 1: Boxes</caption><tr><th>2018</th><td>550</td></tr></table><p>After</p>'))
  const lost = []
  const kept = []
  for (const tag of ['sup', 'del', 'ins', 'abbr', 'q', 'cite', 'data', 'time', 'mark', 'small', 'output', 'samp', 'var', 'kbd', 'code', 'dfn', 'bdi', 's', 'span', 'a']) {
    const there = (await words(`<p>Rose to <${tag}>550</${tag}> boxes</p>`)).includes('550')
    ;(there ? kept : lost).push(tag)
  }
  console.log('lost', lost.join(' '))
  console.log('kept', kept.join(' '))
})()
JS
cat > expected <<'TXT'
descr="Boxes rose"After
2018550After
lost abbr q cite data time small output samp var kbd dfn bdi
kept sup del ins mark code s span a
TXT
node try.cjs > seen 2> log
diff expected seen
