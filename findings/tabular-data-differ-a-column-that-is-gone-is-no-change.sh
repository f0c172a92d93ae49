#!/usr/bin/env bash
# tabular-data-differ 1.1.8 (npm), which compares two CSV files by key.
# Guess: where the newer file has lost its column of flags, all rows are changed, as they are where it has gained one.
# Seen: a column that is gone is no change: "suppressed" and "provisional" vanish, or the figures themselves, and all rows are
# the same. A file with a line break in a quoted note, which CSV allows, is read as one row more and refused for being out
# of order.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund tabular-data-differ@1.1.8
cat > try.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { diff } from 'tabular-data-differ'
const flagged = 'year,boxes,flag\n2017,3,suppressed\n2018,6,provisional\n'
const plain = 'year,boxes\n2017,3\n2018,6\n'
for (const [what, older, newer] of [
  ['flags gained', plain, flagged],
  ['flags gone', flagged, plain],
  ['figures gone', flagged, 'year,flag\n2017,suppressed\n2018,provisional\n'],
  ['flags gone, one figure changed', flagged, 'year,boxes\n2017,3\n2018,7\n'],
  ['line break in the last note', plain, 'year,boxes,note\n2017,3,\n2018,6,"final\nby area"\n'],
  ['line break in the first note', plain, 'year,boxes,note\n2017,3,"final\nby area"\n2018,6,\n'],
]) {
  writeFileSync('older.csv', older)
  writeFileSync('newer.csv', newer)
  try {
    const { added, deleted, modified, same } = await diff({ oldSource: 'older.csv', newSource: 'newer.csv', keys: ['year'] }).to('out.csv')
    console.log(what, '|', { added, deleted, modified, same }, JSON.stringify(readFileSync('out.csv', 'utf8').trim()))
  } catch (error) {
    console.log(what, '|', error.message.split('\n')[0])
  }
}
JS
cat > expected <<'TXT'
flags gained | { added: 0, deleted: 0, modified: 2, same: 0 } "DIFF_STATUS,year,boxes,flag\nmodified,2017,3,suppressed\nmodified,2018,6,provisional"
flags gone | { added: 0, deleted: 0, modified: 0, same: 2 } "DIFF_STATUS,year,boxes"
figures gone | { added: 0, deleted: 0, modified: 0, same: 2 } "DIFF_STATUS,year,flag"
flags gone, one figure changed | { added: 0, deleted: 0, modified: 1, same: 1 } "DIFF_STATUS,year,boxes\nmodified,2018,7"
line break in the last note | Expected rows to be ordered by "year ASC" in new source but received:
line break in the first note | Expected rows to be ordered by "year ASC" in new source but received:
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
