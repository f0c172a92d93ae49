#!/usr/bin/env bash
# compromise 14.17.0 with compromise-dates 3.9.0 (npm).
# Guess: it finds the period that is named, as it does for 'Q2 2017' and 'April 2009 to March 2010', or
# nothing.
# Seen: 'Q2 2017/18' is the second quarter of the year in which it is run, '1 to 7 January 2020' is the
# first day only, 'the second half of 2018' the whole year, 'spring 2018' March and April, and 'the year to
# March 2020' starts on 31 March 2020 and ends in the year in which it is run.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund compromise@14.17.0 compromise-dates@3.9.0
cat > try.cjs <<'JS'
const nlp = require('compromise')
const plugin = require('compromise-dates')
nlp.plugin(plugin.default || plugin)
for (const text of ['Q2 2017', 'April 2009 to March 2010', 'Q2 2017/18', '1 to 7 January 2020', 'the second half of 2018', 'spring 2018', 'the year to March 2020']) {
  const found = nlp(text).dates({ today: '2026-11-28', timezone: 'UTC' }).get()
  console.log(text, '|', ...found.map(date => `${date.start.slice(0, 10)} to ${date.end.slice(0, 10)}`))
}
JS
cat > expected <<'TXT'
Q2 2017 | 2017-04-01 to 2017-06-30
April 2009 to March 2010 | 2009-04-01 to 2010-03-31
Q2 2017/18 | 2026-04-01 to 2026-06-30
1 to 7 January 2020 | 2020-01-01 to 2020-01-01
the second half of 2018 | 2018-01-01 to 2018-12-31
spring 2018 | 2018-03-01 to 2018-04-30
the year to March 2020 | 2020-03-31 to 2026-01-01
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
