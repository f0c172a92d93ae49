#!/usr/bin/env bash
# mermaid 11.17.2 with jsdom 29.1.1 (npm), xychart and pie, as Markdown pages and wikis draw them.
# Guess: bars stand on zero unless an axis is given; one below zero hangs below it; a figure beyond the axis is cut; a part
# of a pie that is small is a thin slice; three figures on an axis of nine years are three of its years, or an error.
# Seen: bars stand on the lowest figure, whose bar has no height: of 500, 510 and 550 the second is a fifth of the third. Of
# -5, 10 and 15 the lowest has none either. A bar of 500 on an axis to 100 runs out of the picture, far above it. Parts below 1% of
# a pie have no slice, and what is left, 99%, is the whole circle; the key names them. Three figures on the axis
# 2010 --> 2018 stand at 2010, 2014 and 2018. With an axis of 0 --> 600 the bars are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jsdom@29.1.1
tar xzf "$(npm pack --silent mermaid@11.17.2)" --wildcards 'package/dist/*.mjs' package/package.json
cat > try.mjs <<'JS'
import { JSDOM } from 'jsdom'
const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true })
for (const key of ['window', 'document', 'navigator', 'Element', 'SVGElement', 'Node', 'HTMLElement', 'DOMParser', 'CSSStyleSheet']) {
  Object.defineProperty(globalThis, key, { value: key === 'window' ? window : window[key], configurable: true })
}
window.SVGElement.prototype.getBBox = function () { return { x: 0, y: 0, width: 8 * this.textContent.length, height: 12 } }
const mermaid = (await import('./package/dist/mermaid.esm.min.mjs')).default
mermaid.initialize({ startOnLoad: false })
let count = 0
async function draw (source) {
  const { svg } = await mermaid.render('chart' + count++, source)
  return new JSDOM(svg).window.document
}
for (const [axis, figures] of [['', '500, 510, 550'], ['', '-5, 10, 15'], ['y-axis 0 --> 600', '500, 510, 550'], ['y-axis 0 --> 100', '50, 75, 500']]) {
  const chart = await draw(`xychart-beta\n x-axis [2016, 2017, 2018]\n ${axis}\n bar [${figures}]`)
  const bars = [...chart.querySelectorAll('.bar-plot-0 rect')].map(bar => Math.round(bar.getAttribute('height')) + ' from ' + Math.round(bar.getAttribute('y')))
  console.log('bars of', figures, '|', axis || 'no axis', '| heights', bars.join(', '))
}
const line = await draw('xychart-beta\n x-axis 2010 --> 2018\n line [500, 510, 550]')
const places = line.querySelector('.line-plot-0 path').getAttribute('d').match(/[ML][\d.]+/g).map(place => place.slice(1))
const years = [...line.querySelectorAll('.bottom-axis .label text')]
console.log('three figures stand at', places.map(place => years.find(year => year.getAttribute('transform').startsWith(`translate(${place},`)).textContent).join(', '))
const pie = await draw('pie showData\n "North" : 9900\n "South" : 60\n "East" : 40')
console.log('pie | slices', pie.querySelectorAll('.pieCircle').length, '| parts', [...pie.querySelectorAll('text.slice')].map(text => text.textContent).join(), '| key', [...pie.querySelectorAll('.legend text')].map(text => text.textContent.trim()).join(', '))
process.exit(0)
JS
node try.mjs > seen 2> log
cat > expected <<'TXT'
bars of 500, 510, 550 | no axis | heights 0 from 483, 97 from 386, 483 from 0
bars of -5, 10, 15 | no axis | heights 0 from 483, 362 from 121, 483 from 0
bars of 500, 510, 550 | y-axis 0 --> 600 | heights 403 from 80, 411 from 72, 443 from 40
bars of 50, 75, 500 | y-axis 0 --> 100 | heights 242 from 242, 362 from 121, 2415 from -1932
three figures stand at 2010, 2014, 2018
pie | slices 1 | parts 99% | key North [9900], South [60], East [40]
TXT
diff expected seen
