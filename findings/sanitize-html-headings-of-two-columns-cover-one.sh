#!/usr/bin/env bash
# sanitize-html 2.17.5 and xss 1.0.17 (npm), to compare dompurify 3.5.0 with jsdom 29.1.1 (npm): what pages take in of others is
# cleaned by them.
# Guess: with their defaults scripts go and the tables, lists and words of a report stay as they were: headings over two
# columns, a figure that is struck out, a list from 2018 on, links to notes.
# Seen: sanitize-html drops colspan and rowspan, so that the heading of the third column stands over the second and figures
# slip to the left, and the struck-out figure is plain, "was 550, is 560". In both a list from 2018 begins with 1 and ids go,
# so that links to notes lead nowhere; in xss what stands in <data> and <time> is shown as source. DOMPurify keeps all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund sanitize-html@2.17.5 xss@1.0.17 dompurify@3.5.0 jsdom@29.1.1
cat > try.mjs <<'JS'
import createPurify from 'dompurify'
import { JSDOM } from 'jsdom'
import sanitize from 'sanitize-html'
import xss from 'xss'
const purify = createPurify(new JSDOM('').window)
for (const page of [
  '<table><tbody><tr><td rowspan="2">Kent</td><th colspan="2">2017</th><th>2018</th></tr></tbody></table>',
  'was <del>550</del>, is <ins>560</ins>',
  '<ol start="2018"><li>550</li></ol>',
  '<p id="note">1 provisional</p>',
  '<data value="550">550</data> in <time>2018</time>'
]) {
  console.log(page)
  console.log('sanitize-html |', sanitize(page))
  console.log('xss           |', xss(page))
  console.log('DOMPurify     |', purify.sanitize(page) === page ? 'the same' : 'other')
}
JS
node try.mjs > seen
cat > expected <<'TXT'
<table><tbody><tr><td rowspan="2">Kent</td><th colspan="2">2017</th><th>2018</th></tr></tbody></table>
sanitize-html | <table><tbody><tr><td>Kent</td><th>2017</th><th>2018</th></tr></tbody></table>
xss           | <table><tbody><tr><td rowspan="2">Kent</td><th colspan="2">2017</th><th>2018</th></tr></tbody></table>
DOMPurify     | the same
was <del>550</del>, is <ins>560</ins>
sanitize-html | was 550, is 560
xss           | was <del>550</del>, is <ins>560</ins>
DOMPurify     | the same
<ol start="2018"><li>550</li></ol>
sanitize-html | <ol><li>550</li></ol>
xss           | <ol><li>550</li></ol>
DOMPurify     | the same
<p id="note">1 provisional</p>
sanitize-html | <p>1 provisional</p>
xss           | <p>1 provisional</p>
DOMPurify     | the same
<data value="550">550</data> in <time>2018</time>
sanitize-html | <data>550</data> in <time>2018</time>
xss           | &lt;data value="550"&gt;550&lt;/data&gt; in &lt;time&gt;2018&lt;/time&gt;
DOMPurify     | the same
TXT
diff expected seen
