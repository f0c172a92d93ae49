#!/usr/bin/env bash
# duration-fns 3.0.2 (npm).
# Guess: between() of two days, put to the first by apply(), gives the second, as its sum of units is meant for; normalize() with the
# day to count from changes the units, not the time; a time that is not negative has no negative parts.
# Seen: from the last day of a longer month to that of a shorter one a day or more is taken off twice: 31 March to 30 June is three
# months less a day, P3M-1D, which put to 31 March is 29 June, and normalised P3M-2D, 28 June. Of 31 January to 28 February remains 25,
# then 22 February. 1 April 2018 to 31 March 2019 is P1Y-1M30D: a year, less a month, and 30 days.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund duration-fns@3.0.2
cat > try.cjs <<'JS'
const { between, normalize, apply, toString } = require('duration-fns')
const day = (text) => new Date(`${text}T00:00:00Z`)
const put = (from, duration) => `${toString(duration)} ends on ${apply(day(from), duration).toISOString().slice(0, 10)}`
for (const [from, to] of [['2018-01-01', '2018-03-01'], ['2018-04-30', '2018-05-31'], ['2018-03-31', '2018-06-30'], ['2018-01-31', '2018-02-28'],
  ['2016-02-29', '2017-02-28'], ['2018-04-01', '2019-03-31']]) {
  const duration = between(day(from), day(to))
  console.log(from, 'to', to, '|', put(from, duration), '| normalised', put(from, normalize(duration, day(from))))
}
JS
TZ=UTC node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
2018-01-01 to 2018-03-01 | P2M ends on 2018-03-01 | normalised P2M ends on 2018-03-01
2018-04-30 to 2018-05-31 | P1M1D ends on 2018-05-31 | normalised P1M1D ends on 2018-05-31
2018-03-31 to 2018-06-30 | P3M-1D ends on 2018-06-29 | normalised P3M-2D ends on 2018-06-28
2018-01-31 to 2018-02-28 | P1M-3D ends on 2018-02-25 | normalised P1M-6D ends on 2018-02-22
2016-02-29 to 2017-02-28 | P1Y-1D ends on 2017-02-27 | normalised P1Y-2D ends on 2017-02-26
2018-04-01 to 2019-03-31 | P1Y-1M30D ends on 2019-03-31 | normalised P11M30D ends on 2019-03-31
TXT
diff expected seen
