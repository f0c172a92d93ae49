#!/usr/bin/env bash
# chroma-js 3.2.0, tinycolor2 1.6.0, color 5.0.3, culori 4.0.2, wcag-contrast 3.0.0 and get-contrast 3.0.0 (npm), which
# say whether words and marks stand out from their ground.
# Guess: black of which a fifth is opaque, as bands of uncertainty and labels of forecasts are painted, is mixed with the
# white behind it and has the contrast of that grey, 1.6, or the colour is refused.
# Seen: all six say 21, the contrast of black, for #00000033 as for rgba(0,0,0,0.2), and tinycolor2 calls it readable.
# Blended by hand first, #cccccc, it is 1.6.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund chroma-js@3.2.0 tinycolor2@1.6.0 color@5.0.3 culori@4.0.2 wcag-contrast@3.0.0 get-contrast@3.0.0
cat > try.mjs <<'JS'
import chroma from 'chroma-js'
import color from 'color'
import { wcagContrast } from 'culori'
import contrast from 'get-contrast'
import tiny from 'tinycolor2'
import wcag from 'wcag-contrast'
for (const said of ['#000000', '#00000033', 'rgba(0,0,0,0.2)', '#cccccc']) {
  const found = {
    'chroma-js': chroma.contrast(said, '#ffffff'), tinycolor2: tiny.readability(said, '#ffffff'), color: color(said).contrast(color('#ffffff')),
    culori: wcagContrast(said, '#ffffff'), 'get-contrast': contrast.ratio(said, '#ffffff'), 'wcag-contrast': wcag.hex(said, '#ffffff')
  }
  // wcag-contrast is asked for hexadecimal colours only
  if (!said.startsWith('#')) delete found['wcag-contrast']
  console.log(said, '|', Object.entries(found).map(([name, value]) => name + ' ' + value.toFixed(1)).join(', '), '| readable', tiny.isReadable(said, '#ffffff'))
}
JS
cat > expected <<'TXT'
#000000 | chroma-js 21.0, tinycolor2 21.0, color 21.0, culori 21.0, get-contrast 21.0, wcag-contrast 21.0 | readable true
#00000033 | chroma-js 21.0, tinycolor2 21.0, color 21.0, culori 21.0, get-contrast 21.0, wcag-contrast 21.0 | readable true
rgba(0,0,0,0.2) | chroma-js 21.0, tinycolor2 21.0, color 21.0, culori 21.0, get-contrast 21.0 | readable true
#cccccc | chroma-js 1.6, tinycolor2 1.6, color 1.6, culori 1.6, get-contrast 1.6, wcag-contrast 1.6 | readable false
TXT
node try.mjs > seen
diff expected seen
