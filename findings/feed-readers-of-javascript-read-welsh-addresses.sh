#!/usr/bin/env bash
# Readers of feeds (npm): @extractus/feed-extractor 8.0.3, feedparser 2.6.0, @rowanmanning/feed-parser 2.1.5, rss-parser 3.13.0;
# to compare, feedsmith 3.0.1. Of Python's see feedparser-weeks-and-quarters-are-the-month-of-today.sh.
# Guess: an Atom entry with a page and the same page in Welsh (rel="alternate", hreflang="cy") has the address of the first, since a
# link without rel is an alternate too and comes first; a name 001, a title 1.10 and words of HTML with &lt;5 stay what they are; an
# entry whose date is a week, 2018-W36, has no date, and the others theirs.
# Seen: feedparser, @rowanmanning/feed-parser and rss-parser give the Welsh page. feed-extractor makes 1 of the name 001, 1.1 of the
# title 1.10, and cuts words at <5, "Boxes fell to"; @rowanmanning/feed-parser makes <5 of &lt;5 and leaves the tags around it. With
# one such week rss-parser reads nothing of the feed: "Invalid time value". feedsmith gives all links and words as they are.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3 feedparser@2.6.0 @rowanmanning/feed-parser@2.1.5 rss-parser@3.13.0 feedsmith@3.0.1
cat > try.mjs <<'JS'
import { Readable } from 'node:stream'
import { extractFromXml } from '@extractus/feed-extractor'
import FeedParser from 'feedparser'
import { parseFeed as rowanmanning } from '@rowanmanning/feed-parser'
import RssParser from 'rss-parser'
import { parseFeed as feedsmith } from 'feedsmith'

const feed = (...entries) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Boxes</title><id>urn:boxes</id><updated>2018-09-03T09:30:00Z</updated>${entries.join('')}</feed>`
const welsh = `<entry><title>Boxes</title><id>001</id><updated>2018-09-03T09:30:00Z</updated><link href="https://example.org/boxes"/>
<link rel="alternate" hreflang="cy" href="https://example.org/blychau"/><summary type="html">&lt;p&gt;Boxes fell to &amp;lt;5&lt;/p&gt;</summary></entry>`
const table = `<entry><title>1.10</title><id>1.10</id><updated>2018-09-03T09:30:00Z</updated><link href="https://example.org/1.10"/><summary>Table</summary></entry>`
const week = table.replaceAll('1.10', 'w').replace('2018-09-03T09:30:00Z', '2018-W36')
const readers = {
  'feed-extractor': text => extractFromXml(text).entries.map(e => [e.id, e.title, e.link, e.description]),
  feedparser: text => new Promise((done, failed) => {
    const reader = Readable.from([text]).pipe(new FeedParser({})), found = []
    reader.on('readable', () => { for (let e; (e = reader.read());) found.push([e.guid, e.title, e.link, e.summary]) })
    reader.on('end', () => done(found)).on('error', failed)
  }),
  rowanmanning: text => rowanmanning(text).items.map(e => [e.id, e.title, e.url, e.description]),
  'rss-parser': async text => (await new RssParser().parseString(text)).items.map(e => [e.id, e.title, e.link, e.summary]),
  feedsmith: text => feedsmith(text).feed.entries.map(e => [e.id, e.title.value, e.links[0].href, e.summary.value])
}
for (const [name, read] of Object.entries(readers)) {
  console.log(name)
  for (const entry of await read(feed(welsh, table))) console.log('  ', entry.join(' | '))
  try { console.log('  ', (await read(feed(table, week))).length, 'entries') } catch (error) { console.log('  ', error.message) }
}
JS
node try.mjs > seen
cat > expected <<'TXT'
feed-extractor
   1 | Boxes | https://example.org/boxes | Boxes fell to
   1.1 | 1.1 | https://example.org/1.10 | Table
   2 entries
feedparser
   001 | Boxes | https://example.org/blychau | <p>Boxes fell to &lt;5</p>
   1.10 | 1.10 | https://example.org/1.10 | Table
   2 entries
rowanmanning
   001 | Boxes | https://example.org/blychau | <p>Boxes fell to <5</p>
   1.10 | 1.10 | https://example.org/1.10 | Table
   2 entries
rss-parser
   001 | Boxes | https://example.org/blychau | <p>Boxes fell to &lt;5</p>
   1.10 | 1.10 | https://example.org/1.10 | Table
   Invalid time value
feedsmith
   001 | Boxes | https://example.org/boxes | <p>Boxes fell to &lt;5</p>
   1.10 | 1.10 | https://example.org/1.10 | Table
   2 entries
TXT
diff expected seen
