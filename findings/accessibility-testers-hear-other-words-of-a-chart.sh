#!/usr/bin/env bash
# @guidepup/virtual-screen-reader 0.33.0 and dom-accessibility-api 0.7.1 (by which Testing Library finds names), with jsdom
# 29.1.1 (npm).
# Guess: of an SVG with role="img" a screen reader that runs in tests says the name once and nothing of what is within,
# as ARIA has it of pictures; the description of an SVG is its <desc>; a mark with a <title> has it as its name.
# Seen: guidepup says the name, and after it the description and every label of the chart, 2018 and 550. In
# dom-accessibility-api the <desc> is no description, unless aria-describedby points to it, and a mark with a <title>
# has no name.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @guidepup/virtual-screen-reader@0.33.0 dom-accessibility-api@0.7.1 jsdom@29.1.1
cat > try.mjs <<'JS'
import { JSDOM } from 'jsdom'
const { window } = new JSDOM(`<!doctype html><html lang="en"><body>
<svg id="chart" role="img"><title>Boxes</title><desc>Rose from 550 to 850.</desc><g id="mark"><title>2018: 550</title><rect/></g><text>2018</text><text>550</text></svg>
<svg id="described" role="img" aria-describedby="d"><title>Crates</title><desc id="d">Fell.</desc></svg></body></html>`)
for (const name of ['document', 'Node', 'Element', 'HTMLElement', 'SVGElement', 'MutationObserver', 'getComputedStyle', 'Event', 'KeyboardEvent', 'MouseEvent']) globalThis[name] = window[name]
globalThis.window = window
const { computeAccessibleDescription, computeAccessibleName } = await import('dom-accessibility-api')
for (const id of ['chart', 'mark', 'described'])
  console.log('dom-accessibility-api |', id, '| name', computeAccessibleName(document.getElementById(id)), '| description', computeAccessibleDescription(document.getElementById(id)))
const { Virtual } = await import('@guidepup/virtual-screen-reader')
const reader = new Virtual()
await reader.start({ container: document.getElementById('chart'), window })
const said = []
for (let step = 0; step < 5; step++, await reader.next()) said.push(await reader.lastSpokenPhrase())
console.log('guidepup |', said.join(' | '))
await reader.stop()
JS
cat > expected <<'TXT'
dom-accessibility-api | chart | name Boxes | description 
dom-accessibility-api | mark | name  | description 
dom-accessibility-api | described | name Crates | description Fell.
guidepup | image, Boxes | Rose from 550 to 850. | 2018 | 550 | end of image, Boxes
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
