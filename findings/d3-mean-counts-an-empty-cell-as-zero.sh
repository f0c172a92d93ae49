#!/usr/bin/env bash
# d3 7.9.2 (npm), on cells as d3.csv reads them, which are texts.
# Guess: an empty cell is left out of the mean and the median, as null and n/a are; the highest of 5, 10 and 9 is 10; a line is
# open at null, as it is at undefined, which ends up as NaN; a scale has no place for an empty cell, as it has none for null.
# Seen: an empty cell counts as zero in mean, median and on a scale: of 5, nothing and 7 the mean is 4. The highest is 9, by
# the letters, while sum and mean are of numbers. A line goes down to zero at null and is broken ("NaN") at undefined: give
# defined(). With n/a among them the highest is n/a.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund d3@7.9.2
cat > try.mjs <<'JS'
import * as d3 from 'd3'
const table = d3.csvParse('empty,word,all\n5,5,5\n,n/a,10\n7,7,9')
for (const of of table.columns) {
  const figures = table.map(row => row[of])
  console.log(figures.map(cell => cell || 'nothing').join(', '), '| mean', d3.mean(figures), '| median', d3.median(figures), '| max', d3.max(figures), '| sum', d3.sum(figures))
}
console.log('null | mean', d3.mean(['5', null, '7']), '| median', d3.median(['5', null, '7']))
const scale = d3.scaleLinear([0, 10], [100, 0])
console.log('scale | empty', scale(''), '| null', scale(null), '| n/a', scale('n/a'))
const line = d3.line((row, place) => place, figure => figure)
console.log('line | null', line([1, null, 3]), '| undefined', line([1, undefined, 3]), '| defined()', line.defined(figure => figure !== null)([1, 2, null, 3, 4]))
JS
node try.mjs > seen
cat > expected <<'TXT'
5, nothing, 7 | mean 4 | median 5 | max 7 | sum 12
5, n/a, 7 | mean 6 | median 6 | max n/a | sum 12
5, 10, 9 | mean 8 | median 9 | max 9 | sum 24
null | mean 6 | median 6
scale | empty 100 | null undefined | n/a undefined
line | null M0,1L1,0L2,3 | undefined M0,1L1,NaNL2,3 | defined() M0,1L1,2M3,3L4,4
TXT
diff expected seen
