#!/usr/bin/env bash
# dayjs 1.11.23 and d3-time-format 4.1.1 (npm).
# Guess: months and days beyond the calendar make an invalid date, as in Date.parse, date-fns and Luxon, and
# the day of the year 2020-060 is 29 February 2020 or invalid.
# Seen: both carry them over. A financial year 2018-19 is 1 July 2019, a nineteenth month, in dayjs without
# being given a format, in d3's utcParse with '%Y-%m'; 2011-12 and 2012-13 are thirteen months apart.
# dayjs calls it valid, and makes 31 May of the day 2020-060; d3 makes 3 March of 31/02/2019.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dayjs@1.11.23 d3-time-format@4.1.1 date-fns@4.4.0 luxon@3.7.2
cat > try.mjs <<'JS'
import dayjs from 'dayjs'
import { utcParse } from 'd3-time-format'
import { isValid, parse } from 'date-fns'
import { DateTime } from 'luxon'
for (const text of ['2011-12', '2012-13', '2018-19', '2018/19', '2020-060']) {
  const day = dayjs(text)
  const d3 = utcParse('%Y-%m')(text)
  console.log(text, '| dayjs', day.isValid(), day.format('YYYY-MM-DD'), '| d3', d3 && d3.toISOString().slice(0, 10),
    '| date-fns', isValid(parse(text, 'yyyy-MM', new Date(0))), '| Luxon', DateTime.fromISO(text).isValid)
}
console.log('31/02/2019', '| d3', utcParse('%d/%m/%Y')('31/02/2019').toISOString().slice(0, 10), '| date-fns', isValid(parse('31/02/2019', 'dd/MM/yyyy', new Date(0))))
JS
cat > expected <<'TXT'
2011-12 | dayjs true 2011-12-01 | d3 2011-12-01 | date-fns true | Luxon true
2012-13 | dayjs true 2013-01-01 | d3 2013-01-01 | date-fns false | Luxon false
2018-19 | dayjs true 2019-07-01 | d3 2019-07-01 | date-fns false | Luxon false
2018/19 | dayjs true 2019-07-01 | d3 null | date-fns false | Luxon false
2020-060 | dayjs true 2020-05-31 | d3 null | date-fns false | Luxon true
31/02/2019 | d3 2019-03-03 | date-fns false
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
