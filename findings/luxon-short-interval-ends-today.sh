#!/usr/bin/env bash
# luxon 3.7.2 (npm).
# Guess: Interval.fromISO reads an interval of months to the end of its last month, and its end may leave
# out what it shares with the start, as ISO 8601 has it: 2009-04/09 is April to September 2009.
# Seen: the end of 2009-04/09 is nine o'clock on the day of the run, and the interval is valid.
# 2009-04/2010-03 is eleven months, 2009/2010 one year, and the weeks 2020-W01/2020-W05 are four.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund luxon@3.7.2
cat > try.cjs <<'JS'
const { DateTime, Interval } = require('luxon')
const short = Interval.fromISO('2009-04/09')
console.log('2009-04/09', short.isValid, short.start.toISODate(), short.end.hour, short.end.hasSame(DateTime.now(), 'day'))
for (const text of ['2009-04/2010-03', '2009/2010', '2009-04/P1Y']) console.log(text, Interval.fromISO(text).toISODate(), Interval.fromISO(text).length('months'))
console.log('2020-W01/2020-W05', Interval.fromISO('2020-W01/2020-W05').length('weeks'))
JS
cat > expected <<'TXT'
2009-04/09 true 2009-04-01 9 true
2009-04/2010-03 2009-04-01/2010-03-01 11
2009/2010 2009-01-01/2010-01-01 12
2009-04/P1Y 2009-04-01/2010-04-01 12
2020-W01/2020-W05 4
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
