#!/usr/bin/env bash
# d3-dsv 3.0.2 (npm): autoType, which d3's users and Observable's notebooks read CSV with.
# Guess: a column of financial years, 2009-10 to 2018-19, stays text, since most of its cells are no dates.
# Seen: each cell is judged alone: 2009-10, 2010-11 and 2011-12 are October, November and December; 2012-13
# and later are invalid dates, not text; 2018-1 stays text, 31 September is 1 October, a code 0123 is 123.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund d3-dsv@3.0.2
cat > try.mjs <<'JS'
import { autoType } from 'd3-dsv'
for (const cell of ['2009-10', '2011-12', '2012-13', '2018-19', '2018-1', '2018/19', '2018-09-31', '0123']) {
  const { value } = autoType({ value: cell })
  console.log(cell, '|', value instanceof Date ? (isNaN(value) ? 'invalid date' : value.toISOString()) : JSON.stringify(value))
}
JS
cat > "$work/expected" <<'TXT'
2009-10 | 2009-10-01T00:00:00.000Z
2011-12 | 2011-12-01T00:00:00.000Z
2012-13 | invalid date
2018-19 | invalid date
2018-1 | "2018-1"
2018/19 | "2018/19"
2018-09-31 | 2018-10-01T00:00:00.000Z
0123 | 123
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
