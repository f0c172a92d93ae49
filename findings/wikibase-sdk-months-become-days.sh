#!/usr/bin/env bash
# wikibase-sdk 11.6.6 (npm), which simplifies what Wikidata says.
# Guess: simplifyClaim() gives a date as exact as Wikidata has it (each has its precision), 2018-09 for a month and
# 2018 for a year, or names the precision beside it; a quantity keeps the bounds that it has.
# Seen: a month is its first day at midnight, a year 1 January, the decade 2010s and the twentieth century are
# 1 January 2010 and 2000; bounds and unit of a quantity are gone. All of this has the form of a sure day.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund wikibase-sdk@11.6.6
cat > try.mjs <<'JS'
import { simplifyClaim } from 'wikibase-sdk'
const claim = (datatype, value) => ({ id: 'Q1$1', type: 'statement', rank: 'normal',
  mainsnak: { snaktype: 'value', property: 'P1', datatype, datavalue: { type: datatype, value } } })
const calendarmodel = 'http://www.wikidata.org/entity/Q1985727'
for (const [what, time, precision] of [
  ['day', '+2018-09-03', 11], ['month', '+2018-09-00', 10], ['year', '+2018-00-00', 9], ['decade', '+2010-00-00', 8], ['century', '+2000-00-00', 7],
]) console.log(what, '|', simplifyClaim(claim('time', { time: `${time}T00:00:00Z`, timezone: 0, before: 0, after: 0, precision, calendarmodel })))
console.log('1200, from 1000 to 1500 |', simplifyClaim(claim('quantity', { amount: '+1200', upperBound: '+1500', lowerBound: '+1000', unit: '1' })))
console.log('12.50 percent |', simplifyClaim(claim('quantity', { amount: '+12.50', unit: 'http://www.wikidata.org/entity/Q11229' })))
JS
cat > expected <<'TXT'
day | 2018-09-03T00:00:00.000Z
month | 2018-09-01T00:00:00.000Z
year | 2018-01-01T00:00:00.000Z
decade | 2010-01-01T00:00:00.000Z
century | 2000-01-01T00:00:00.000Z
1200, from 1000 to 1500 | 1200
12.50 percent | 12.5
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
