#!/usr/bin/env bash
# @djot/djot 0.3.2 (npm), a Markdown of the author of Pandoc.
# Guess: lines of a legend below a table, "(c) confidential" and "(r) revised", stay as they are; 5~10 is five to ten and
# figures_2018_19 a name.
# Seen: (c) alone is the item 100 of a list in Roman numerals, shown "c.", and (p) after (r) becomes (s); a line that begins
# with 2018. is an item, and "2020." below it is 2019. Between figures 5~10 to 20~30 has 10 to 20 as an index below the
# line, in figures_2018_19 2018 is emphasis and the signs are gone. 5 * 6 and 7 * 8, ~550 and ~600, 550{p} stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @djot/djot@0.3.2
cat > try.mjs <<'JS'
import { parse, renderHTML } from '@djot/djot'
for (const text of ['(c) confidential', '(r) revised\n(p) provisional', '2018. Boxes\n2020. Cans', '5~10 to 20~30', 'figures_2018_19', '5 * 6 and 7 * 8', '~550 and ~600', '550{p}', '(z) not applicable']) {
  console.log(JSON.stringify(text), '|', renderHTML(parse(text)).replace(/\n/g, ''))
}
JS
cat > expected <<'TXT'
"(c) confidential" | <ol start="100" type="i"><li>confidential</li></ol>
"(r) revised\n(p) provisional" | <ol start="18" type="a"><li>revised</li><li>provisional</li></ol>
"2018. Boxes\n2020. Cans" | <ol start="2018"><li>Boxes</li><li>Cans</li></ol>
"5~10 to 20~30" | <p>5<sub>10 to 20</sub>30</p>
"figures_2018_19" | <p>figures<em>2018</em>19</p>
"5 * 6 and 7 * 8" | <p>5 * 6 and 7 * 8</p>
"~550 and ~600" | <p>~550 and ~600</p>
"550{p}" | <p>550{p}</p>
"(z) not applicable" | <ol start="26" type="a"><li>not applicable</li></ol>
TXT
node try.mjs > seen 2> log
diff expected seen
