#!/usr/bin/env bash
# DOMPurify 3.5.0 with jsdom 29.1.1 (npm), which cleans HTML before it is shown.
# Guess: an inline SVG that has nothing active in it keeps its name and its look: role, lang, title, desc and the ids
# that aria-labelledby names are all allowed.
# Seen: an id of "title" is taken away, while aria-labelledby="title desc" stays: of the name only the description is
# left. Other ids stay. Marks drawn by <use> are gone, with the words in their titles.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dompurify@3.5.0 jsdom@29.1.1
cat > try.cjs <<'JS'
const createDOMPurify = require('dompurify'), { JSDOM } = require('jsdom')
const purify = createDOMPurify(new JSDOM('').window)
for (const [title, desc] of [['title', 'desc'], ['t', 'd']])
  console.log(purify.sanitize(`<svg role="img" lang="en" aria-labelledby="${title} ${desc}"><title id="${title}">Boxes</title><desc id="${desc}">Rose from 550 to 850.</desc></svg>`))
console.log(purify.sanitize('<svg><symbol id="dot"><circle r="4"></circle></symbol><use href="#dot" x="9"><title>2018: 550</title></use></svg>'))
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
<svg role="img" lang="en" aria-labelledby="title desc"><title>Boxes</title><desc id="desc">Rose from 550 to 850.</desc></svg>
<svg role="img" lang="en" aria-labelledby="t d"><title id="t">Boxes</title><desc id="d">Rose from 550 to 850.</desc></svg>
<svg><symbol id="dot"><circle r="4"></circle></symbol><title>2018: 550</title></svg>
TXT
diff expected seen
