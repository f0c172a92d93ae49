#!/usr/bin/env bash
# globalize 1.7.1 (npm), with cldr-core, cldr-numbers-full and cldr-dates-full 48.2.0.
# Guess: parseDate() with the pattern by which formatDate() wrote "Q3 2018" gives 1 July, or null as it does for 31/02/2018;
# a fall by two and a half is rounded as a rise is; 999,999 in short is 1m.
# Seen: every quarter is 1 January. Without decimals 2.5 is 3 and -2.5 is -2, so that a fall is smaller than the rise that
# makes up for it. 999,999 is 1,000k, beside 1m for 1,000,000.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts globalize@1.7.1 cldr-core@48.2.0 cldr-numbers-full@48.2.0 cldr-dates-full@48.2.0
cat > try.cjs <<'JS'
const Globalize = require('globalize')
for (const part of ['likelySubtags', 'numberingSystems', 'plurals', 'ordinals', 'timeData', 'weekData']) Globalize.load(require(`cldr-core/supplemental/${part}.json`))
for (const language of ['en', 'en-GB']) {
  Globalize.load(require(`cldr-numbers-full/main/${language}/numbers.json`))
  for (const part of ['ca-gregorian', 'timeZoneNames']) Globalize.load(require(`cldr-dates-full/main/${language}/${part}.json`))
}
const english = new Globalize('en-GB')
const day = date => date && [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-')
for (const month of [0, 3, 6, 9]) {
  const text = english.formatDate(new Date(2018, month, 1), { skeleton: 'yQQQ' })
  console.log(text, '|', day(english.parseDate(text, { skeleton: 'yQQQ' })))
}
console.log('31/02/2018 |', day(english.parseDate('31/02/2018', { date: 'short' })))
for (const figure of [2.5, -2.5, 0.5, -0.5, 1.5, -1.5]) console.log(figure, '|', english.formatNumber(figure, { maximumFractionDigits: 0 }))
for (const figure of [850000, 999999, 1000000]) console.log(figure, '|', english.formatNumber(figure, { compact: 'short' }))
JS
TZ=UTC node try.cjs > seen 2> log
cat > expected <<'TXT'
Q1 2018 | 2018-1-1
Q2 2018 | 2018-1-1
Q3 2018 | 2018-1-1
Q4 2018 | 2018-1-1
31/02/2018 | null
2.5 | 3
-2.5 | -2
0.5 | 1
-0.5 | -0
1.5 | 2
-1.5 | -1
850000 | 850k
999999 | 1,000k
1000000 | 1m
TXT
diff expected seen
