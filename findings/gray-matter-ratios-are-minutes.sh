#!/usr/bin/env bash
# gray-matter 4.0.3 (npm), which reads the front matter of pages for VitePress, Docusaurus and others; to compare,
# yaml 2.9.0 (npm).
# Guess: a ratio or a time of day in the front matter of a page, 1:20 or 12:30, is text, as YAML 1.2 has it since
# 2009, and 31 February is refused or text.
# Seen: it reads YAML 1.1: "one in twenty" as 1:20 is 80, 12:30 is 750, both counted in sixties, and 1:20:30 is 4830;
# 0123 is 83; 2018-02-31 is 3 March. The financial year 2018-19 and the month 2018-09 are text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund gray-matter@4.0.3 yaml@2.9.0
cat > try.cjs <<'JS'
const matter = require('gray-matter'), { parse } = require('yaml')
for (const cell of ['1:20', '12:30', '1:20:30', '0123', '2018-02-31', '2018-19', '2018-09'])
  console.log(cell, '|', JSON.stringify(matter(`---\nv: ${cell}\n---\n`).data.v), '|', JSON.stringify(parse(`v: ${cell}`).v))
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
1:20 | 80 | "1:20"
12:30 | 750 | "12:30"
1:20:30 | 4830 | "1:20:30"
0123 | 83 | 123
2018-02-31 | "2018-03-03T00:00:00.000Z" | "2018-02-31"
2018-19 | "2018-19" | "2018-19"
2018-09 | "2018-09" | "2018-09"
TXT
diff expected seen
