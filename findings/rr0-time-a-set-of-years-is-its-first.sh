#!/usr/bin/env bash
# @rr0/time 0.11.2 (npm), which reads dates of EDTF.
# Guess: Level2Date.fromString() refuses what is no one date, an interval, a set or one of several, or keeps all of it; what
# it reads it writes again: the decade 201X, 1950S2, an approximate month in a sure year, the year 0044.
# Seen: of an interval 2018-09/2018-11 and of {2017,2018} the first is left, of [..2018], 2018 or before, the year 2018. 201X
# and 1950S2 are written "[object Object]". 2018-~09, of which only the month is approximate, becomes 2018~-09~, both. 31
# February is a day; the year 0044 is 44, which EDTF does not know.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @rr0/time@0.11.2
cat > try.mjs <<'JS'
import { Level2Date, Level2Interval } from '@rr0/time'
const say = (kind, text) => { let seen; try { seen = kind.fromString(text).toString() } catch (error) { seen = error.message } console.log(kind === Level2Date ? 'date' : 'interval', text, '|', seen) }
for (const text of ['2018-09', '2018-13', '2018-02-31', '2018-09~', '2018-~09', '201X', '2018-XX', '1950S2', '0044', '2018-09/2018-11', '{2017,2018}', '[..2018]']) say(Level2Date, text)
for (const text of ['2018-09/2018-11', '2018/..', '../2018']) say(Level2Interval, text)
JS
node try.mjs > seen 2> log
cat > expected <<'TXT'
date 2018-09 | 2018-09
date 2018-13 | month value must be >= 1 and <= 12, but was 13
date 2018-02-31 | 2018-02-31
date 2018-09~ | 2018~-09~
date 2018-~09 | 2018~-09~
date 201X | [object Object]
date 2018-XX | 2018-[object Object]
date 1950S2 | [object Object]
date 0044 | 44
date 2018-09/2018-11 | 2018-09
date {2017,2018} | 2017
date [..2018] | 2018
interval 2018-09/2018-11 | 2018-09/2018-11
interval 2018/.. | 2018/
interval ../2018 | /2018
TXT
diff expected seen
