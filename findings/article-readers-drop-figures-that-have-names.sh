#!/usr/bin/env bash
# @extractus/article-extractor 9.0.1, unfluff 3.2.0 and defuddle 0.19.4, to compare @mozilla/readability 0.6.0, with
# jsdom 29.1.1 (npm), which take the text of an article out of a page.
# Guess: words within a sentence stay, whatever element they stand in; a list of flags with their meanings stays whole
# or is left out; the headings of a table stand over their columns.
# Seen: in article-extractor and unfluff figures in <data>, <ins> and <del> are gone from their sentences: "fell by % to
# boxes", in unfluff the flag in <abbr> and "<5%" too. Of the flags article-extractor keeps the meanings without the
# flags, defuddle and unfluff neither. article-extractor drops spans and caption of a table, so that "Lost" stands over
# what was sent, and leaves an empty <svg> of the chart. Readability keeps all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @extractus/article-extractor@9.0.1 unfluff@3.2.0 defuddle@0.19.4 @mozilla/readability@0.6.0 jsdom@29.1.1
cat > try.mjs <<'JS'
import { JSDOM } from 'jsdom'
import { Readability } from '@mozilla/readability'
import { extractFromHtml } from '@extractus/article-extractor'
import { Defuddle } from 'defuddle/node'
import unfluff from 'unfluff'
const more = `<p>${'The figures are of England and Wales, and more of them will be there. '.repeat(9)}</p>`.repeat(2)
const page = `<!DOCTYPE html><html><head><title>Boxes</title></head><body><article><h1>Boxes</h1>
<p>The agency said that the number of its boxes fell by <del>5</del> <ins>6</ins>% to <data value="550">550</data> boxes (<abbr title="provisional">p</abbr>) and that few were lost, &lt;5%.</p>
<svg role="img" aria-label="Boxes fell to 550"><text>550</text></svg>
<table><caption>Boxes, England</caption><tr><th rowspan="2">Year</th><th colspan="2">Boxes</th></tr><tr><th>Sent</th><th>Lost</th></tr><tr><td>2018</td><td>550</td><td>5</td></tr></table>
<dl><dt>p</dt><dd>provisional</dd></dl>${more}</article></body></html>`
const address = 'https://example.org/a', document = () => new JSDOM(page, { url: address }).window.document
const say = (name, text) => console.log(`${name} |`, text.replaceAll(/\s*\n\s*/g, ' ').split(/(?:<p>)?The figures/)[0].split('The agency said that the number of its ')[1].trim())
say('article-extractor', (await extractFromHtml(page, address)).content)
say('unfluff', unfluff(page).text)
say('defuddle', (await Defuddle(document(), address)).content)
say('readability', new Readability(document()).parse().content)
JS
cat > expected <<'TXT'
article-extractor | boxes fell by % to boxes (<abbr title="provisional">p</abbr>) and that few were lost, &lt;5%.</p> <svg /> <table><tr><th>Year</th><th>Boxes</th></tr><tr><th>Sent</th><th>Lost</th></tr><tr><td>2018</td><td>550</td><td>5</td></tr></table> <dl><dd>provisional</dd></dl>
unfluff | boxes fell by  % to  boxes () and that few were lost,
defuddle | boxes fell by <del>5</del> <ins>6</ins> % to <data>550</data> boxes (<abbr title="provisional">p</abbr>) and that few were lost, &lt;5%.</p> <svg role="img" aria-label="Boxes fell to 550"><text>550</text></svg> <table><caption>Boxes, England</caption> <tbody><tr><th rowspan="2">Year</th> <th colspan="2">Boxes</th></tr> <tr><th>Sent</th> <th>Lost</th></tr> <tr><td>2018</td> <td>550</td> <td>5</td></tr></tbody></table>
readability | boxes fell by <del>5</del> <ins>6</ins>% to <data value="550">550</data> boxes (<abbr title="provisional">p</abbr>) and that few were lost, &lt;5%.</p> <svg role="img" aria-label="Boxes fell to 550"><text>550</text></svg> <table><caption>Boxes, England</caption><tbody><tr><th rowspan="2">Year</th><th colspan="2">Boxes</th></tr><tr><th>Sent</th><th>Lost</th></tr><tr><td>2018</td><td>550</td><td>5</td></tr></tbody></table> <dl><dt>p</dt><dd>provisional</dd></dl>
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
