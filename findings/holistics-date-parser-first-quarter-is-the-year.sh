#!/usr/bin/env bash
# @holistics/date-parser 3.0.2 (npm), periods in words for reports, said on 15 February 2021.
# Guess: what is understood is the whole of what was said, and nothing is given for the rest; a range that is not in its own form
# with a dash, as 2018 - 2019, is refused.
# Seen: years, months and days are right, and ends come after the last day. A part that is understood stands for the whole: Q1 2018,
# 2018-Q2 and 2018/19 are the year 2018, 2012-2017 without blanks is 2012, since 2015 and before 2015 are 2015. April 2018 as
# 2018-04 is a time of day of that February. April to June 2018 begins in June and ends with April 2021.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @holistics/date-parser@3.0.2
cat > try.cjs <<'JS'
const { parse } = require('@holistics/date-parser')
const options = { timezoneRegion: 'Etc/UTC', output: 'date' }
for (const said of ['2018', '2018 - 2019', 'April 2018', 'Apr 2018 - Jun 2018', '2018-04-03', 'last quarter', 'Q1 2018', '2018-Q2', '2018/19', '2012-2017',
  'since 2015', 'before 2015', '2018-04', '2009-10', 'April to June 2018']) {
  const { start, end } = parse(said, new Date('2021-02-15T12:00:00Z'), options)
  console.log(said, '| from', start, '| before', end)
}
JS
TZ=UTC node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
2018 | from 2018-01-01 | before 2019-01-01
2018 - 2019 | from 2018-01-01 | before 2020-01-01
April 2018 | from 2018-04-01 | before 2018-05-01
Apr 2018 - Jun 2018 | from 2018-04-01 | before 2018-07-01
2018-04-03 | from 2018-04-03 | before 2018-04-04
last quarter | from 2020-10-01 | before 2021-01-01
Q1 2018 | from 2018-01-01 | before 2019-01-01
2018-Q2 | from 2018-01-01 | before 2019-01-01
2018/19 | from 2018-01-01 | before 2019-01-01
2012-2017 | from 2012-01-01 | before 2013-01-01
since 2015 | from 2015-01-01 | before 2016-01-01
before 2015 | from 2015-01-01 | before 2016-01-01
2018-04 | from 2021-02-15 | before 2021-02-16
2009-10 | from 2021-02-15 | before 2021-02-16
April to June 2018 | from 2018-06-01 | before 2021-05-01
TXT
diff expected seen
