#!/usr/bin/env bash
# edtf 4.11.1 (npm; another program than edtf on PyPI).
# Guess: a season such as spring 2018, 2018-21, reaches over March to May or has no days of its own, and a
# third of a year, 2018-37, has four months.
# Seen: spring is January to March and does not cover April, winter 2018 is October to December, the first
# third of a year ends on 31 May, and the second, from 1 May, on 30 September. {2017..2019} has its max in
# 2017. Quarters (2017-34), half-years and intervals of months are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund edtf@4.11.1
cat > try.mjs <<'JS'
import edtf from 'edtf'
for (const text of ['2017-34', '2018-40', '2009-04/2010-03', '2018-21', '2018-24', '2018-37', '2018-38', '{2017..2019}']) {
  const time = edtf(text)
  console.log(text, ...[time.min, time.max].map(day => new Date(day).toISOString().slice(0, 10)))
}
console.log('spring covers 15 April:', edtf('2018-21').covers(edtf('2018-04-15')))
JS
cat > expected <<'TXT'
2017-34 2017-04-01 2017-06-30
2018-40 2018-01-01 2018-06-30
2009-04/2010-03 2009-04-01 2010-03-31
2018-21 2018-01-01 2018-03-31
2018-24 2018-10-01 2018-12-31
2018-37 2018-01-01 2018-05-31
2018-38 2018-05-01 2018-09-30
{2017..2019} 2017-01-01 2017-12-31
spring covers 15 April: false
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
