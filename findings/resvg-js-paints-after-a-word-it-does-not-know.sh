#!/usr/bin/env bash
# @resvg/resvg-js 2.6.2 (npm), which draws SVG with resvg.
# Guess: a declaration of CSS whose value means nothing is passed over, as CSS says, so that the one before it
# holds.
# Seen: it takes the place of the one before: a shape with display:none;display:bogus, or visibility or opacity
# alike, is painted, and fill:red;fill:bogus is black. Without a value (display:) it is passed over. Chromium 156
# hides them, and paints the last one red.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2
cat > try.cjs <<'JS'
const { Resvg } = require('@resvg/resvg-js')
for (const style of ['display:none', 'display:none;display:', 'display:none;display:bogus', 'visibility:hidden;visibility:bogus', 'opacity:0;opacity:bogus', 'fill:red', 'fill:red;fill:bogus']) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" style="${style}"/></svg>`
  console.log(style, '|', ...new Resvg(svg).render().pixels.slice(0, 4))
}
JS
cat > expected <<'TXT'
display:none | 0 0 0 0
display:none;display: | 0 0 0 0
display:none;display:bogus | 0 0 0 255
visibility:hidden;visibility:bogus | 0 0 0 255
opacity:0;opacity:bogus | 0 0 0 255
fill:red | 255 0 0 255
fill:red;fill:bogus | 0 0 0 255
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
