#!/usr/bin/env bash
# svgo 4.1.0 (npm), with its default plugins.
# Guess: an SVG stays as accessible as it was: since version 4 keeps title, desc and viewBox, it keeps role,
# lang, the ids that aria-labelledby points to, and links.
# Seen: role="img" and lang are dropped, and so are the ids of title and desc while aria-labelledby="t d" stays
# and points to nothing; a link without xlink loses its href; metadata with the source is gone. data- attributes,
# titles of marks and aria-label stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund svgo@4.1.0
cat > try.cjs <<'JS'
const { optimize } = require('svgo')
const svg = `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="en" aria-labelledby="t d" viewBox="0 0 90 60">
<title id="t">Boxes</title><desc id="d">Rose from 550 to 850.</desc>
<metadata><source xmlns="http://purl.org/dc/elements/1.1/">Office</source></metadata>
<g role="list" aria-label="Boxes by year"><rect data-value="550" width="9" height="55" y="5"><title>2018/19: 550</title></rect></g>
<a href="https://example.org/"><text x="9" y="9">source</text></a></svg>`
const seen = optimize(svg).data
for (const piece of ['<title', '<desc', 'viewBox', 'aria-labelledby="t d"', 'id="t"', 'id="d"', 'role="img"', 'role="list"', 'lang="en"', 'href=', '<metadata', 'data-value', 'aria-label="Boxes by year"', '2018/19: 550']) console.log(piece, seen.includes(piece))
const named = { plugins: [{ name: 'preset-default', params: { overrides: { removeUnknownsAndDefaults: false, cleanupIds: false, removeMetadata: false } } }] }
console.log('without three plugins', ['id="t"', 'role="img"', 'lang="en"', 'href=', '<metadata'].every(piece => optimize(svg, named).data.includes(piece)))
JS
cat > expected <<'TXT'
<title true
<desc true
viewBox true
aria-labelledby="t d" true
id="t" false
id="d" false
role="img" false
role="list" false
lang="en" false
href= false
<metadata false
data-value true
aria-label="Boxes by year" true
2018/19: 550 true
without three plugins true
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
