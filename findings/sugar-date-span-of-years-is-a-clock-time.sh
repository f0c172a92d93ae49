#!/usr/bin/env bash
# sugar-date 2.0.6 and any-date-parser 2.2.4 (npm).
# Guess: what is no one date is invalid, as 'Q2 2017' and '2018/19' are in both.
# Seen: of sugar-date 2009-2010 is a time in 2009, ten past an hour that depends on that of the run, the financial
# year 2018-19 is 9 January 2018, 44% is 2044 and Ward 1 is January 2001. Of any-date-parser 31/02/2018 is 2 January,
# "April 2009 to March 2010" 20 March 2009, "12 months to June 2022" 12 June, "1.2 million" 1 February.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund sugar-date@2.0.6 any-date-parser@2.2.4
cat > try.cjs <<'JS'
const Sugar = require('sugar-date')
const parser = require('any-date-parser')
const day = date => isNaN(date) ? 'invalid' : date.toISOString().slice(0, 16).replace(`${new Date().getUTCFullYear()}-`, 'THIS-')
for (const text of ['2018-09-03', 'Q2 2017', '2018/19', '2009-2010', '2018-19', '44%', 'Ward 1', '31/02/2018', 'April 2009 to March 2010', '12 months to June 2022', '1.2 million'])
  console.log(text, '|', day(Sugar.Date.create(text, { fromUTC: true })).replace(/^2009-.*:10$/, '2009, ten past'), '|', day((parser.default ?? parser).fromString(text)))
JS
cat > expected <<'TXT'
2018-09-03 | 2018-09-03T00:00 | 2018-09-03T00:00
Q2 2017 | invalid | invalid
2018/19 | invalid | invalid
2009-2010 | 2009, ten past | invalid
2018-19 | 2018-01-09T00:00 | invalid
44% | 2044-01-01T00:00 | invalid
Ward 1 | 2001-01-01T00:00 | invalid
31/02/2018 | invalid | 2018-01-02T00:00
April 2009 to March 2010 | invalid | 2009-03-20T00:00
12 months to June 2022 | invalid | 2022-06-12T00:00
1.2 million | invalid | THIS-02-01T00:00
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
