#!/usr/bin/env bash
# alasql 4.19.1, arquero 7.2.1 and xlsx (SheetJS) 0.18.5 (npm), tables in JavaScript, run in London and in New York.
# Guess: YEAR('2018-01-01') in SQL, the year of such a day in a CSV file and the day that a cell of a workbook shows do
# not depend on where the program runs; the first quarter is 1, as month 1 is January in SQL.
# Seen: in New York the year is 2017 and the month 12 in alasql, 2017 in arquero, so that sums by year have New Year's
# day in the year before, and a cell of SheetJS shows 12/31/17. In arquero quarters and months begin with 0.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund alasql@4.19.1 arquero@7.2.1 xlsx@0.18.5
cat > try.mjs <<'JS'
import alasql from 'alasql'
import { fromCSV, op } from 'arquero'
import SheetJS from 'xlsx'
const say = (name, value) => console.log(process.env.TZ, '|', name, '|', JSON.stringify(value))
const rows = [{ day: '2018-01-01', boxes: 5 }, { day: '2018-07-01', boxes: 6 }]
say('alasql', alasql('SELECT YEAR(day) AS year, SUM(boxes) AS boxes FROM ? GROUP BY YEAR(day)', [rows]))
say('alasql', alasql("SELECT YEAR('2018-01-01') AS y, MONTH('2018-01-01') AS m, DAY('2018-01-01') AS d")[0])
say('arquero', fromCSV('day,boxes\n2018-01-01,5\n2018-07-01,6\n').groupby({ year: row => op.year(row.day) }).rollup({ boxes: row => op.sum(row.boxes) }).objects())
say('arquero', fromCSV('day\n2018-01-01\n').derive({ quarter: row => op.utcquarter(row.day), month: row => op.utcmonth(row.day) }).objects()[0])
say('SheetJS', SheetJS.utils.sheet_to_csv(SheetJS.utils.aoa_to_sheet([[new Date('2018-01-01')]])))
JS
cat > expected <<'TXT'
Europe/London | alasql | [{"year":2018,"boxes":11}]
Europe/London | alasql | {"y":2018,"m":1,"d":1}
Europe/London | arquero | [{"year":2018,"boxes":11}]
Europe/London | arquero | {"day":"2018-01-01T00:00:00.000Z","quarter":0,"month":0}
Europe/London | SheetJS | "1/1/18"
America/New_York | alasql | [{"year":2017,"boxes":5},{"year":2018,"boxes":6}]
America/New_York | alasql | {"y":2017,"m":12,"d":31}
America/New_York | arquero | [{"year":2017,"boxes":5},{"year":2018,"boxes":6}]
America/New_York | arquero | {"day":"2018-01-01T00:00:00.000Z","quarter":0,"month":0}
America/New_York | SheetJS | "12/31/17"
TXT
for zone in Europe/London America/New_York; do TZ=$zone node try.mjs; done > seen
diff expected seen
