#!/usr/bin/env bash
# chrono-node 2.10.3 (npm).
# Guess: it reads an interval of ISO 8601 such as 2009-04/2010-03 as a range, as it reads 'April 2009 to
# March 2010', or finds nothing.
# Seen: it finds 04/2010-03, April 2010 in a time zone three hours behind; 2009 and March are lost.
# 2009/2010 is nothing, Apr-Jun 2022 is June, and 'the year to March 2020' the month of March.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > try.cjs <<'JS'
const chrono = require('chrono-node')
for (const text of ['April 2009 to March 2010', '2009-04/2010-03', '2009-04-01/2010-03-31', '2009/2010', 'Apr-Jun 2022', 'the year to March 2020']) {
  const found = chrono.en.GB.parse(text, new Date(Date.UTC(2026, 10, 28)))
  const said = part => part ? ['year', 'month', 'day', 'timezoneOffset'].filter(name => part.isCertain(name)).map(name => `${name} ${part.get(name)}`).join(', ') : 'one date'
  console.log(text, '|', ...found.map(date => `[${date.text}] ${said(date.start)}; ${said(date.end)}`))
}
JS
cat > expected <<'TXT'
April 2009 to March 2010 | [April 2009 to March 2010] year 2009, month 4; year 2010, month 3
2009-04/2010-03 | [04/2010-03] year 2010, month 4, timezoneOffset -180; one date
2009-04-01/2010-03-31 | [2009-04-01] year 2009, month 4, day 1; one date [2010-03-31] year 2010, month 3, day 31; one date
2009/2010 |
Apr-Jun 2022 | [Jun 2022] year 2022, month 6; one date
the year to March 2020 | [March 2020] year 2020, month 3; one date
TXT
TZ=UTC node try.cjs > seen 2> /dev/null
diff expected seen
