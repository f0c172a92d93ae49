#!/usr/bin/env bash
# marked-extended-tables 2.0.1 with marked 15.0.12, markdown-it-multimd-table 4.2.3 with markdown-it 14.3.3 (npm), which
# add cells over several columns and rows to Markdown tables.
# Guess: a table that GitHub shows rightly, with an empty cell for a missing figure, is shown as before: the cell of 2017 is
# empty.
# Seen: where the empty cell is written without a space, |550||600|, the figure of 2016 spans 2016 and 2017, and an area
# whose first figure is missing spans the first year. In marked-extended-tables a mark at the end of a cell, 600^ for
# "corrected", joins it with the figure above it into one cell, "550 600" for both areas. With a space, | |, and the mark
# in brackets nothing is joined.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund marked@15.0.12 marked-extended-tables@2.0.1 markdown-it@14.3.3 markdown-it-multimd-table@4.2.3
cat > try.mjs <<'JS'
import markdownIt from 'markdown-it'
import multimd from 'markdown-it-multimd-table'
import { Marked } from 'marked'
import extended from 'marked-extended-tables'
const cells = html => [...html.matchAll(/<(?:td|th)( [^>]*)?>([^<]*)/g)].map(([, spans = '', text]) => `[${text}${spans.replace(/"/g, '')}]`).join('')
const table = (...rows) => ['|Area|2016|2017|2018|', '|--|--|--|--|', ...rows, ''].join('\n')
for (const rows of [['|A|550||600|'], ['|A||550|600|'], ['|A|550| |600|'], ['|A|5|6|550|', '|B|7|8|600^|'], ['|A|5|6|550|', '|B|7|8|600 (^)|']]) {
  const text = table(...rows)
  console.log(...rows)
  console.log('  marked                   ', cells(new Marked().parse(text)).replace('[Area][2016][2017][2018]', ''))
  console.log('  marked-extended-tables   ', cells(new Marked(extended()).parse(text)).replace('[Area][2016][2017][2018]', ''))
  console.log('  markdown-it-multimd-table', cells(markdownIt().use(multimd).render(text)).replace('[Area][2016][2017][2018]', ''))
}
JS
cat > expected <<'TXT'
|A|550||600|
  marked                    [A][550][][600]
  marked-extended-tables    [A][550 colspan=2][600]
  markdown-it-multimd-table [A][550 colspan=2][600]
|A||550|600|
  marked                    [A][][550][600]
  marked-extended-tables    [A colspan=2][550][600]
  markdown-it-multimd-table [A colspan=2][550][600]
|A|550| |600|
  marked                    [A][550][][600]
  marked-extended-tables    [A][550][][600]
  markdown-it-multimd-table [A][550][][600]
|A|5|6|550| |B|7|8|600^|
  marked                    [A][5][6][550][B][7][8][600^]
  marked-extended-tables    [A][5][6][550 600 rowspan=2][B][7][8]
  markdown-it-multimd-table [A][5][6][550][B][7][8][600^]
|A|5|6|550| |B|7|8|600 (^)|
  marked                    [A][5][6][550][B][7][8][600 (^)]
  marked-extended-tables    [A][5][6][550][B][7][8][600 (^)]
  markdown-it-multimd-table [A][5][6][550][B][7][8][600 (^)]
TXT
node try.mjs > seen
diff expected seen
