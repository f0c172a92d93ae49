#!/usr/bin/env bash
# victory 37.3.6 (npm), with React 19.3.1.
# Guess: a figure that is text, '5', is drawn as 5 or not at all, '1,200' and an empty cell not at all; zero on a
# logarithmic axis leaves a gap.
# Seen: every text is the name of a category, and is drawn as the first of them, at 1: '5', '1,200' and an empty
# cell in the same place, where null leaves a gap. Zero on a logarithmic axis is a point at the foot of an axis of
# eighteen powers of ten, so that 1 to 100 are left a tenth of the height. In a stack of areas null counts as zero
# for the areas above.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund victory@37.3.6 react@19.3.1 react-dom@19.3.1
cat > try.cjs <<'JS'
const { createElement } = require('react')
const { renderToStaticMarkup } = require('react-dom/server')
const { VictoryArea, VictoryLine, VictoryStack } = require('victory')
const rows = figures => figures.map((y, at) => ({ x: at + 1, y }))
const paths = element => [...renderToStaticMarkup(element).matchAll(/<path[^>]* d="([^"]*)"/g)].map(found => found[1].replace(/\d+\.\d+/g, Math.round))
for (const figure of [null, '5', '1,200', '', 1])
  console.log(JSON.stringify(figure), '|', ...paths(createElement(VictoryLine, { data: rows([3, figure, 9]) })))
console.log('log', '|', ...paths(createElement(VictoryLine, { scale: { x: 'linear', y: 'log' }, data: rows([1, 0, 100]) })))
console.log('stack', '|', ...paths(createElement(VictoryStack, null, createElement(VictoryArea, { data: rows([3, null, 9]) }), createElement(VictoryArea, { data: rows([1, 1, 1]) }))))
JS
cat > expected <<'TXT'
null | M50,183ZM400,50Z
"5" | M50,200L225,250L400,50
"1,200" | M50,200L225,250L400,50
"" | M50,200L225,250L400,50
1 | M50,200L225,250L400,50
log | M50,72L225,250L400,50
stack | M50,170L225,230L400,50L400,70L225,250L50,190Z M50,190L50,250ZM400,70L400,250Z
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
