#!/usr/bin/env bash
# spacetime 7.15.0 and @formkit/tempo 1.1.0 (npm), dates; the day of the run is set by the script.
# Guess: the year 2018 is its first day, as 2018-09 is, or no date; 31 February is refused, and so is a pattern with
# signs that the reader does not know.
# Seen: in both 2018 is the day of today in 2018, with the pattern YYYY in tempo. In tempo 31/02/2018 is 28 February and
# 2018-02-31 is 3 March; a week read by "GGGG-[W]WW", as Moment reads it, is today, the year of it as well.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund spacetime@7.15.0 @formkit/tempo@1.1.0
cat > try.mjs <<'JS'
import spacetime from 'spacetime'
import { parse } from '@formkit/tempo'
const Real = Date
for (const today of ['2026-11-12', '2027-02-03']) {
  const now = Real.parse(`${today}T12:00:00Z`)
  globalThis.Date = class extends Real {
    constructor(...parts) { super(...(parts.length ? parts : [now])) }
    static now() { return now }
  }
  const say = (name, work) => { try { console.log(today, '|', name, '|', new Real(work()).toISOString().slice(0, 10)) } catch { console.log(today, '|', name, '| refused') } }
  for (const text of ['2018', '2018-09', '2018-02-31']) say(`spacetime ${text}`, () => spacetime(text, 'UTC').epoch || NaN)
  for (const text of ['2018-09', '2018-02-31']) say(`tempo ${text}`, () => parse(text))
  for (const [text, pattern] of [['2018', 'YYYY'], ['31/02/2018', 'DD/MM/YYYY'], ['2018-W36', 'GGGG-[W]WW']]) say(`tempo ${text} ${pattern}`, () => parse(text, pattern))
}
JS
cat > expected <<'TXT'
2026-11-12 | spacetime 2018 | 2018-11-12
2026-11-12 | spacetime 2018-09 | 2018-09-01
2026-11-12 | spacetime 2018-02-31 | refused
2026-11-12 | tempo 2018-09 | 2018-09-01
2026-11-12 | tempo 2018-02-31 | 2018-03-03
2026-11-12 | tempo 2018 YYYY | 2018-11-12
2026-11-12 | tempo 31/02/2018 DD/MM/YYYY | 2018-02-28
2026-11-12 | tempo 2018-W36 GGGG-[W]WW | 2026-11-12
2027-02-03 | spacetime 2018 | 2018-02-03
2027-02-03 | spacetime 2018-09 | 2018-09-01
2027-02-03 | spacetime 2018-02-31 | refused
2027-02-03 | tempo 2018-09 | 2018-09-01
2027-02-03 | tempo 2018-02-31 | 2018-03-03
2027-02-03 | tempo 2018 YYYY | 2018-02-03
2027-02-03 | tempo 31/02/2018 DD/MM/YYYY | 2018-02-28
2027-02-03 | tempo 2018-W36 GGGG-[W]WW | 2027-02-03
TXT
TZ=UTC node try.mjs > seen
diff expected seen
