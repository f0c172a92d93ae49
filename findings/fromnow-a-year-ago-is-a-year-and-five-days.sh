#!/usr/bin/env bash
# fromnow 3.0.1 (npm), how long ago something was, in words.
# Guess: the units add up to the time: 365 days are a year, 540 days about a year and six months, and no year has twelve months
# beside it.
# Seen: days are what is left after months of 30 days of the whole time, not of the year that is begun: 365 days are "1 year, 5 days",
# which is five too many, 540 days "1 year, 5 months", 25 too few, and 729 days, one short of two years, "1 year, 12 months, 9 days".
# Up to 364 days the words add up.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund fromnow@3.0.1
cat > try.cjs <<'JS'
const module_ = require('fromnow')
const fromnow = module_.default || module_.fromnow || module_
const length = { year: 365, month: 30, day: 1 }
for (const days of [45, 90, 364, 365, 366, 500, 540, 729, 730, 1095]) {
  const said = fromnow(new Date(Date.now() - days * 86400000 - 5000))
  const sum = said.split(', ').map((part) => part.split(' ')).reduce((all, [count, unit]) => all + count * length[unit.replace(/s$/, '')], 0)
  console.log(days, 'days |', said, '| adds up to', sum)
}
JS
TZ=UTC node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
45 days | 1 month, 15 days | adds up to 45
90 days | 3 months | adds up to 90
364 days | 12 months, 4 days | adds up to 364
365 days | 1 year, 5 days | adds up to 370
366 days | 1 year, 6 days | adds up to 371
500 days | 1 year, 4 months, 20 days | adds up to 505
540 days | 1 year, 5 months | adds up to 515
729 days | 1 year, 12 months, 9 days | adds up to 734
730 days | 2 years, 10 days | adds up to 740
1095 days | 3 years, 15 days | adds up to 1110
TXT
diff expected seen
