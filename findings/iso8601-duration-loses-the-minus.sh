#!/usr/bin/env bash
# iso8601-duration 2.1.4 and tinyduration 3.4.1 (npm), to compare.
# Guess: a period back, -P3M, as Temporal and XML Schema write it, ends three months earlier or is refused, as half a year
# (P0.5Y) and P-3M are.
# Seen: iso8601-duration takes it for P3M: the end of -P3M from 1 July 2018 is 1 October 2018, and it says that it lasts
# as many seconds as P3M. tinyduration says that it is negative.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund iso8601-duration@2.1.4 tinyduration@3.4.1
cat > try.mjs <<'JS'
import * as iso from 'iso8601-duration'
import * as tiny from 'tinyduration'
const attempt = (name, f) => { try { console.log(name, f()) } catch (e) { console.log(name, 'refused') } }
for (const text of ['P3M', '-P3M', 'P-3M', 'P0.5Y']) {
  const start = new Date('2018-07-01T00:00:00Z')
  attempt(`iso8601-duration ${text}`, () => `${iso.end(iso.parse(text), start).toISOString().slice(0, 10)} ${iso.toSeconds(iso.parse(text), start)}`)
  attempt(`tinyduration ${text}`, () => JSON.stringify(tiny.parse(text)))
}
JS
cat > expected <<'TXT'
iso8601-duration P3M 2018-10-01 7948800
tinyduration P3M {"months":3}
iso8601-duration -P3M 2018-10-01 7948800
tinyduration -P3M {"months":3,"negative":true}
iso8601-duration P-3M refused
tinyduration P-3M {"months":-3}
iso8601-duration P0.5Y refused
tinyduration P0.5Y {"years":0.5}
TXT
TZ=UTC node try.mjs > seen 2> log
diff expected seen
