#!/usr/bin/env bash
# Sphinx 9.0.4 (PyPI), the search of the sites that it builds.
# Guess: a reader who searches for 2018, 550 or 2018-19 finds the page that says "In 2018-19 there were 550 boxes".
# Seen: numbers are not in the index: of the page there are words such as code, and of £1.2m the piece 2m; 2018,
# 550, 1,234 and 007 are not there, nor is the heading 2019 among the words of titles. Of the query the search drops them
# as well, so that "boxes 2018" and "boxes 2019" find the same pages, and "2018" none.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sphinx==9.0.4
mkdir pages
echo "project = 'Boxes'" > pages/conf.py
cat > pages/index.rst <<'RST'
Boxes
=====

In 2018-19 there were 550 boxes (code 007), £1.2m, and 1,234 cans in Q2.

2019
----

Fewer.
RST
env/bin/sphinx-build -q -b html pages site
cat > try.cjs <<'JS'
const fs = require('fs'), vm = require('vm')
vm.runInNewContext(fs.readFileSync('site/searchindex.js', 'utf8'), { Search: { setIndex: index => {
  console.log('words', ...Object.keys(index.terms))
  console.log('words of titles', ...Object.keys(index.titleterms))
} } })
const page = { addEventListener() {}, getElementById: () => ({}), querySelectorAll: () => [], querySelector: () => null, documentElement: { dataset: {} }, readyState: 'complete' }
const world = vm.createContext({ document: page, console, localStorage: { setItem() {} }, _ready: () => {}, URLSearchParams, DOCUMENTATION_OPTIONS: {} })
world.window = world
for (const name of ['language_data.js', 'sphinx_highlight.js', 'searchtools.js']) vm.runInContext(fs.readFileSync('site/_static/' + name, 'utf8'), world)
for (const query of ['boxes 2018', 'boxes 2019', '2018-19', '550']) console.log('query', query, '|', ...[...vm.runInContext(`Search._parseQuery(${JSON.stringify(query)})[1]`, world)])
JS
cat > expected <<'TXT'
words 2m In can code fewer q2
words of titles box
query boxes 2018 | box
query boxes 2019 | box
query 2018-19 |
query 550 |
TXT
node try.cjs > seen
diff expected seen
