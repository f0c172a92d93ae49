#!/usr/bin/env bash
# @internationalized/number 3.6.9 (npm), the reader of numbers behind the number fields of React Aria.
# Guess: a field for percentages reads 0.4% as 0.004 and 44.5% as 0.445, or says that it takes whole ones only.
# Seen: the parser of { style: 'percent' } rounds what was typed as it would print it: 0.4% is 0, 44.5% is 0.45 and
# 2.5% 0.03; with maximumFractionDigits: 1 all are right. In pounds 2.505 stays, in whole pounds 1,644.50 too. A comma
# anywhere is a separator of thousands, 1,64 is 164 (in German 1.64), and (12) is no number.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @internationalized/number@3.6.9
cat > try.mjs <<'JS'
import { NumberParser } from '@internationalized/number'
const read = (text, options = {}, locale = 'en-GB') => console.log(locale, JSON.stringify(options), '|', text, '|', new NumberParser(locale, options).parse(text))
for (const text of ['0.4%', '2.5%', '44.5%']) {
  read(text, { style: 'percent' })
  read(text, { style: 'percent', maximumFractionDigits: 1 })
}
read('£2.505', { style: 'currency', currency: 'GBP' })
read('£1,644.50', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 })
read('2.5', { maximumFractionDigits: 0 })
read('1,64')
read('1.64', {}, 'de-DE')
read('(12)')
JS
cat > expected <<'TXT'
en-GB {"style":"percent"} | 0.4% | 0
en-GB {"style":"percent","maximumFractionDigits":1} | 0.4% | 0.004
en-GB {"style":"percent"} | 2.5% | 0.03
en-GB {"style":"percent","maximumFractionDigits":1} | 2.5% | 0.025
en-GB {"style":"percent"} | 44.5% | 0.45
en-GB {"style":"percent","maximumFractionDigits":1} | 44.5% | 0.445
en-GB {"style":"currency","currency":"GBP"} | £2.505 | 2.505
en-GB {"style":"currency","currency":"GBP","maximumFractionDigits":0} | £1,644.50 | 1644.5
en-GB {"maximumFractionDigits":0} | 2.5 | 2.5
en-GB {} | 1,64 | 164
de-DE {} | 1.64 | 164
en-GB {} | (12) | NaN
TXT
node try.mjs > seen 2> log
diff expected seen
