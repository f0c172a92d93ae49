#!/usr/bin/env bash
# astrocite-ris 0.16.4 (npm), which reads RIS into CSL-JSON.
# Guess: parts of a RIS date that are empty are left out, the words in its fourth part (Spring) become a season or
# the date in words, and a financial year is no month.
# Seen: 2018/09// has the date-parts ["2018","09",""], whose empty text the schema of CSL-JSON does not allow;
# Spring is gone; 2017/18 is the month 18 of 2017, 2018-09 the year "2018-09".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund astrocite-ris@0.16.4
cat > try.cjs <<'JS'
const { parse } = require('astrocite-ris')
for (const date of ['2018', '2018/09/03/', '2018/09//', '2018///Spring', '2017/18', '2018-09'])
  console.log(date, JSON.stringify(parse(`TY  - RPRT\nTI  - A review\nPY  - ${date}\nER  - \n`)[0].issued))
JS
cat > expected <<'TXT'
2018 {"date-parts":[["2018"]]}
2018/09/03/ {"date-parts":[["2018","09","03"]]}
2018/09// {"date-parts":[["2018","09",""]]}
2018///Spring {"date-parts":[["2018","",""]]}
2017/18 {"date-parts":[["2017","18"]]}
2018-09 {"date-parts":[["2018-09"]]}
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
