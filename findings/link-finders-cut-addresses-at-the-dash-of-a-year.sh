#!/usr/bin/env bash
# autolinker 4.1.5 and linkify-it 6.1.0 (npm, by which markdown-it makes links); to compare linkifyjs 4.4.0 (npm) and cmarkgfm
# 2025.10.22 (PyPI).
# Guess: the address https://example.org/boxes/2017–18.csv, with an en dash as it is copied from a browser's address bar, is
# found whole, as addresses with accents or in other scripts are.
# Seen: autolinker and linkify-it link https://example.org/boxes/2017, the page of another year, and leave –18.csv behind
# as text; so they do at … and ·, and autolinker at £, ½ and the minus sign. The other two find it whole.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund autolinker@4.1.5 linkify-it@6.1.0 linkifyjs@4.4.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check cmarkgfm==2025.10.22
cat > texts <<'TXT'
https://example.org/boîtes/日本
https://example.org/boxes/2017–18.csv
https://example.org/boxes/a…z
https://example.org/boxes/£5
https://example.org/boxes/½
https://example.org/boxes/a·z
https://example.org/boxes/−5
TXT
cat > try.cjs <<'JS'
const { Autolinker } = require('autolinker')
const { LinkifyIt } = require('linkify-it')
const linkify = require('linkifyjs')
for (const address of require('fs').readFileSync('texts', 'utf8').trim().split('\n')) {
  const text = `See ${address} here`
  console.log(address)
  console.log('  autolinker', Autolinker.parse(text).map(link => link.getMatchedText()).join())
  console.log('  linkify-it', new LinkifyIt().match(text).map(link => link.text).join())
  console.log('  linkifyjs', linkify.find(text).map(link => link.value).join())
}
JS
cat > try.py <<'PY'
import cmarkgfm
for address in open('texts').read().split():
    page = cmarkgfm.github_flavored_markdown_to_html(f'See {address} here')
    print(address, 'cmarkgfm whole:', f'>{address}</a>' in page)
PY
cat > expected <<'TXT'
https://example.org/boîtes/日本
  autolinker https://example.org/boîtes/日本
  linkify-it https://example.org/boîtes/日本
  linkifyjs https://example.org/boîtes/日本
https://example.org/boxes/2017–18.csv
  autolinker https://example.org/boxes/2017
  linkify-it https://example.org/boxes/2017
  linkifyjs https://example.org/boxes/2017–18.csv
https://example.org/boxes/a…z
  autolinker https://example.org/boxes/a
  linkify-it https://example.org/boxes/a
  linkifyjs https://example.org/boxes/a…z
https://example.org/boxes/£5
  autolinker https://example.org/boxes/
  linkify-it https://example.org/boxes/£5
  linkifyjs https://example.org/boxes/£5
https://example.org/boxes/½
  autolinker https://example.org/boxes/
  linkify-it https://example.org/boxes/½
  linkifyjs https://example.org/boxes/½
https://example.org/boxes/a·z
  autolinker https://example.org/boxes/a
  linkify-it https://example.org/boxes/a
  linkifyjs https://example.org/boxes/a·z
https://example.org/boxes/−5
  autolinker https://example.org/boxes/
  linkify-it https://example.org/boxes/−5
  linkifyjs https://example.org/boxes/−5
https://example.org/boîtes/日本 cmarkgfm whole: True
https://example.org/boxes/2017–18.csv cmarkgfm whole: True
https://example.org/boxes/a…z cmarkgfm whole: True
https://example.org/boxes/£5 cmarkgfm whole: True
https://example.org/boxes/½ cmarkgfm whole: True
https://example.org/boxes/a·z cmarkgfm whole: True
https://example.org/boxes/−5 cmarkgfm whole: True
TXT
{ node try.cjs; v/bin/python try.py; } > seen 2> log
diff expected seen
