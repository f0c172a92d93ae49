#!/usr/bin/env bash
# metascraper-date 5.49.24 with metascraper 5.49.24 (npm), which reads the date of a web page for a citation.
# Guess: of a page that says when it was published and when it was changed, the date is that of publication; a month
# stays a month or becomes its first day, as a year does; 03/09/2018 on a page in British English is 3 September.
# Seen: the date is that of the last change. The month 2018-09 gives none, though 2018 gives 1 January 2018 and
# September 2018 its first day. 03/09/2018 is 9 March, also where the page says lang="en-GB".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund metascraper@5.49.24 metascraper-date@5.49.24
cat > try.mjs <<'JS'
import metascraper from 'metascraper'
import date from 'metascraper-date'
const scrape = metascraper([date()])
const meta = (name, day) => `<meta property="article:${name}_time" content="${day}">`
const data = object => `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Article', ...object })}</script>`
for (const [what, head, body = ''] of [
  ['published', meta('published', '2018-09-03')],
  ['published, modified', meta('published', '2018-09-03') + meta('modified', '2021-02-01')],
  ['datePublished, dateModified', data({ datePublished: '2018-09-03', dateModified: '2021-02-01' })],
  ['datePublished 2018-09', data({ datePublished: '2018-09' })],
  ['datePublished 2018', data({ datePublished: '2018' })],
  ['published September 2018', meta('published', 'September 2018')],
  ['3 September 2018', '', '<p class="date">3 September 2018</p>'],
  ['03/09/2018', '', '<p class="date">03/09/2018</p>'],
]) {
  const { date } = await scrape({ url: 'https://example.org/a', html: `<html lang="en-GB"><head>${head}</head><body>${body}</body></html>` })
  console.log(what, '|', date && date.slice(0, 10))
}
JS
cat > expected <<'TXT'
published | 2018-09-03
published, modified | 2021-02-01
datePublished, dateModified | 2021-02-01
datePublished 2018-09 | null
datePublished 2018 | 2018-01-01
published September 2018 | 2018-09-01
3 September 2018 | 2018-09-03
03/09/2018 | 2018-03-09
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
