#!/usr/bin/env bash
# Observable Plot 0.6.17 (npm), with jsdom 29.1.1.
# Guess: areaY leaves a gap where a figure is null, as lineY does.
# Seen: y is stacked and null counts as zero: the area falls to the base line in the year without a figure and
# rises again. With y1 and y2 instead of y there is a gap.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @observablehq/plot@0.6.17 jsdom@29.1.1
cat > try.mjs <<'JS'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
const { document } = new JSDOM('').window
const data = [{ year: 1, count: 3 }, { year: 2, count: 3 }, { year: 3, count: null }, { year: 4, count: 9 }, { year: 5, count: 9 }]
const marks = { line: Plot.lineY(data, { x: 'year', y: 'count' }), area: Plot.areaY(data, { x: 'year', y: 'count' }), 'area of y1 and y2': Plot.areaY(data, { x: 'year', y1: 0, y2: 'count' }) }
for (const [name, mark] of Object.entries(marks)) {
  const plot = Plot.plot({ document, axis: null, x: { axis: null }, y: { axis: null, domain: [0, 9] }, height: 130, marks: [mark] })
  console.log(name, '|', plot.querySelector('path').getAttribute('d'))
}
JS
cat > "$work/expected" <<'TXT'
line | M0.5,86.5L160.25,86.5M479.75,0.5L639.5,0.5
area | M0.5,86.5L160.25,86.5L320,129.5L479.75,0.5L639.5,0.5L639.5,129.5L479.75,129.5L320,129.5L160.25,129.5L0.5,129.5Z
area of y1 and y2 | M0.5,86.5L160.25,86.5L160.25,129.5L0.5,129.5ZM479.75,0.5L639.5,0.5L639.5,129.5L479.75,129.5Z
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
