#!/usr/bin/env bash
# svgson 5.3.1 and svg-parser 2.1.0 (npm), which make an object of an SVG, and svgson an SVG of it again.
# Guess: read and written again without a change, an SVG says the same words and links to the same pages.
# Seen: title and label come back in CDATA with their escapes in it, so that they say "&lt;5 &amp; more" and "&#8722;158" in
# letters; the address of a link has &amp;amp; where it had &amp; and leads to another page. In the objects of both
# the texts are the source, not the words: of "&lt;5" four letters. Written in letters (−158) a minus stays.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund svgson@5.3.1 svg-parser@2.1.0 @xmldom/xmldom@0.9.12
cat > try.cjs <<'JS'
const { DOMParser } = require('@xmldom/xmldom')
const { parse } = require('svg-parser')
const { parseSync, stringify } = require('svgson')
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>&lt;5 &amp; more</title><a href="https://example.org/?a=1&amp;b=2"><text>&#8722;158 boxes</text></a><text>−158</text></svg>'
function say (name, source) {
  const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement
  const texts = [...root.getElementsByTagName('title'), ...root.getElementsByTagName('text')].map(one => one.textContent)
  console.log(name, JSON.stringify(texts), root.getElementsByTagName('a')[0].getAttribute('href'))
}
say('before', svg)
say('after', stringify(parseSync(svg)))
const words = node => node.type === 'text' || !node.children ? [node.value] : node.children.flatMap(words)
console.log('svgson', JSON.stringify(words(parseSync(svg))), parseSync(svg).children[1].attributes.href)
console.log('svg-parser', JSON.stringify(words(parse(svg))), parse(svg).children[0].children[1].properties.href)
JS
cat > expected <<'TXT'
before ["<5 & more","−158 boxes","−158"] https://example.org/?a=1&b=2
after ["&lt;5 &amp; more","&#8722;158 boxes","−158"] https://example.org/?a=1&amp;b=2
svgson ["&lt;5 &amp; more","&#8722;158 boxes","−158"] https://example.org/?a=1&amp;b=2
svg-parser ["&lt;5 &amp; more","&#8722;158 boxes","−158"] https://example.org/?a=1&amp;b=2
TXT
node try.cjs > seen 2> log
diff expected seen
