#!/usr/bin/env bash
# parse-duration 2.1.9 and timestring 7.0.0 (npm), which read lengths of time; in days.
# Guess: what they do not know is refused, as "half a year" is: a fraction 1/2, a decimal comma, a range, a period of
# ISO 8601. A minus is kept or refused.
# Seen: 1/2 year is two years and a day in parse-duration and twelve years in timestring; 1,5 years are fifteen; P6M,
# half a year, is six minutes. "2 to 3 years" is three years and "12 months to June" a year in parse-duration. In
# timestring minus three months are three months.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund parse-duration@2.1.9 timestring@7.0.0
cat > try.mjs <<'JS'
import parse from 'parse-duration'
import timestring from 'timestring'
const said = work => { try { const days = work(); return days == null ? 'refused' : +days.toFixed(4) } catch { return 'refused' } }
for (const text of ['1.5 years', 'half a year', '1/2 year', '1,5 years', 'P6M', '2 to 3 years', '12 months to June', '-3 months'])
  console.log(text, '|', said(() => parse(text, 'd')), '|', said(() => timestring(text, 'd')))
JS
cat > expected <<'TXT'
1.5 years | 547.875 | 547.875
half a year | refused | refused
1/2 year | 731.5 | 4383
1,5 years | 5478.75 | 5478.75
P6M | 0.0042 | 0.0042
2 to 3 years | 1095.75 | refused
12 months to June | 365.25 | refused
-3 months | -91.3125 | 91.3125
TXT
node try.mjs > seen
diff expected seen
