#!/usr/bin/env bash
# htmldiff-js 1.0.5 and node-htmldiff 0.9.4 (npm), lxml 6.1.3 (PyPI, lxml.html.diff), which mark in a page what is new in it.
# Guess: whoever compares two versions of a report sees that the words for a chart, its picture, the address of a source or
# the long form of an abbreviation are others.
# Seen: an alternative text that says "fell" in place of "rose" is no change for node-htmldiff and lxml; another picture is
# told by all three. htmldiff-js does not see that the link of a source goes elsewhere. None of them tells another long form
# of an abbreviation, nor that a figure is now struck out (<del>).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund htmldiff-js@1.0.5 node-htmldiff@0.9.4
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check lxml==6.1.3
cat > pairs.json <<'JSON'
[["figure", "<p>5 boxes</p>", "<p>6 boxes</p>"],
 ["picture", "<p>See <img src=\"a.svg\" alt=\"Boxes rose\"> here</p>", "<p>See <img src=\"b.svg\" alt=\"Boxes rose\"> here</p>"],
 ["alternative text", "<p>See <img src=\"a.svg\" alt=\"Boxes rose\"> here</p>", "<p>See <img src=\"a.svg\" alt=\"Boxes fell\"> here</p>"],
 ["link", "<p>By <a href=\"https://example.org/2018\">Office</a> here</p>", "<p>By <a href=\"https://example.org/2019\">Office</a> here</p>"],
 ["abbreviation", "<p>By <abbr title=\"Office of Boxes\">OB</abbr> here</p>", "<p>By <abbr title=\"Office of Books\">OB</abbr> here</p>"],
 ["struck out", "<p>In 2018 550 boxes</p>", "<p>In 2018 <del>550</del> boxes</p>"]]
JSON
cat > try.cjs <<'JS'
const pairs = require('./pairs.json')
const old = require('htmldiff-js').default
const node = require('node-htmldiff')
const told = page => /<ins|class="diff|data-operation-index/.test(page) ? 'told' : 'no change'
for (const [what, before, after] of pairs) console.log(`${what} | htmldiff-js: ${told(old.execute(before, after))} | node-htmldiff: ${told(node(before, after))}`)
JS
cat > try.py <<'PY'
import json
from lxml.html.diff import htmldiff
for what, before, after in json.load(open("pairs.json")):
    page = htmldiff(before, after)
    print(f"{what} | lxml: {'told' if '<ins>' in page else 'no change'}")
PY
cat > expected <<'TXT'
figure | htmldiff-js: told | node-htmldiff: told
picture | htmldiff-js: told | node-htmldiff: told
alternative text | htmldiff-js: told | node-htmldiff: no change
link | htmldiff-js: no change | node-htmldiff: told
abbreviation | htmldiff-js: no change | node-htmldiff: no change
struck out | htmldiff-js: no change | node-htmldiff: no change
figure | lxml: told
picture | lxml: told
alternative text | lxml: no change
link | lxml: told
abbreviation | lxml: no change
struck out | lxml: no change
TXT
{ node try.cjs; v/bin/python try.py; } > seen 2> log
diff expected seen
