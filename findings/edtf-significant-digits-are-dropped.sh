#!/usr/bin/env bash
# edtf 4.11.1 and @edtf-ts/core 0.4.2 (npm).
# Guess: 1950S2, of which two digits are significant, is some year of 1900 to 1999, as EDTF says; the decade
# 201X is written as a decade in words.
# Seen: in both the earliest and latest day of 1950S2 are those of 1950. edtf (npm) writes 201X and 20XX in
# English as XXXX, so that the decade is lost; @edtf-ts/core writes 2010s.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund edtf@4.11.1 @edtf-ts/core@0.4.2
cat > try.mjs <<'JS'
import edtf from 'edtf'
import { formatHuman, parse } from '@edtf-ts/core'
const day = number => new Date(Number(number)).toISOString().slice(0, 10)
for (const text of ['1950S2', '1950', '201X', '20XX', '2018-XX']) {
  const [one, other] = [edtf(text), parse(text).value]
  console.log(text, '| edtf', day(one.min), day(one.max), one.format ? one.format('en-GB') : '', '| edtf-ts', day(other.min), day(other.max), formatHuman(other))
}
JS
cat > expected <<'TXT'
1950S2 | edtf 1950-01-01 1950-12-31  | edtf-ts 1950-01-01 1950-12-31 1950 (century precision: 1900s)
1950 | edtf 1950-01-01 1950-12-31 1950 | edtf-ts 1950-01-01 1950-12-31 1950
201X | edtf 2010-01-01 2019-12-31 XXXX | edtf-ts 2010-01-01 2019-12-31 2010s
20XX | edtf 2000-01-01 2099-12-31 XXXX | edtf-ts 2000-01-01 2099-12-31 2000s
2018-XX | edtf 2018-01-01 2018-12-31 XX/2018 | edtf-ts 2018-01-01 2018-12-31 some month in 2018
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
