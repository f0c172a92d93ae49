#!/usr/bin/env bash
# datalib 1.9.3 (npm), statistics in JavaScript.
# Guess: of a group without a figure there is no mean, as there is no median and no minimum; an empty text, as a CSV has
# it, is missing as null is.
# Seen: the mean of no figures is 0, among the means of other groups like one that was measured. An empty text is a valid
# zero: it halves the mean of 7 and nothing, and the sum is a text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund datalib@1.9.3
cat > try.mjs <<'JS'
import dl from 'datalib'
for (const cells of [[5, null], [null, null], [7, '']]) {
  const rows = cells.map(boxes => ({ area: 'North', boxes }))
  const [{ sum_boxes, mean_boxes, median_boxes, valid_boxes }] = dl.groupby('area').summarize({ boxes: ['sum', 'mean', 'median', 'valid'] }).execute(rows)
  console.log(JSON.stringify(cells), '| sum', JSON.stringify(sum_boxes), '| mean', mean_boxes, '| median', median_boxes, '| valid', valid_boxes)
}
JS
cat > expected <<'TXT'
[5,null] | sum 5 | mean 5 | median 5 | valid 1
[null,null] | sum 0 | mean 0 | median NaN | valid 0
[7,""] | sum "7" | mean 3.5 | median 3.5 | valid 2
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
