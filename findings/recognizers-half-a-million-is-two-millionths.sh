#!/usr/bin/env bash
# @microsoft/recognizers-text-suite 1.3.1 (npm), which finds numbers, money and dates in sentences, in English.
# Guess: "half a million" is 500,000, "£1.2bn" is 1.2 billion pounds or not found, and a week of 2020 lies in 2020.
# Seen: "half a million" is 0.000002 and "two and a half million" 2.0000005, while "one and a half" is right. Of £642m
# and £1.2bn 642 and 1.2 pounds are left, £5 to £10 million begins at five pounds, half a per cent is 0%, 7 percentage
# points are 7%. Week 12 of 2020 is week 12 of the year that today is in; the financial year 2017/18 is 2017, the year
# ending June 2022 the month.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @microsoft/recognizers-text-suite@1.3.1
cat > try.cjs <<'JS'
const R = require('@microsoft/recognizers-text-suite')
const year = new Date().getFullYear()
function read (kind, words) {
  const all = R['recognize' + kind](words, R.Culture.English)
  const said = ({ value, unit, values }) => values ? values.map(v => v.timex.replace(year, 'THIS-YEAR')) : [value, unit].filter(Boolean).join(' ')
  console.log(kind, '|', words, '|', all.map(one => `${one.text}: ${said(one.resolution)}`).join('; '))
}
for (const words of ['one and a half', 'half a million', 'two and a half million', '1.2 million']) read('Number', words)
for (const words of ['£3.4 billion', '£642m', '£1.2bn', '£5 to £10 million']) read('Currency', words)
for (const words of ['44.5%', 'half a per cent', '7 percentage points']) read('Percentage', words)
for (const words of ['Q2 2017', 'week 12 of 2020', 'financial year 2017/18', 'year ending June 2022']) read('DateTime', words)
JS
cat > expected <<'TXT'
Number | one and a half | one and a half: 1.5
Number | half a million | half a million: 2E-06
Number | two and a half million | two and a half million: 2.0000005
Number | 1.2 million | 1.2 million: 1200000
Currency | £3.4 billion | £3.4 billion: 3400000000 Pound
Currency | £642m | £642: 642 Pound
Currency | £1.2bn | £1.2: 1.2 Pound
Currency | £5 to £10 million | £5: 5 Pound; £10 million: 10000000 Pound
Percentage | 44.5% | 44.5%: 44.5%
Percentage | half a per cent | per cent: 0%
Percentage | 7 percentage points | 7 percentage: 7%
DateTime | Q2 2017 | q2 2017: (2017-04-01,2017-07-01,P3M)
DateTime | week 12 of 2020 | week 12 of 2020: THIS-YEAR-W12
DateTime | financial year 2017/18 | 2017: 2017
DateTime | year ending June 2022 | june 2022: 2022-06
TXT
node try.cjs > seen 2> log
diff expected seen
