#!/usr/bin/env bash
# tableschema 1.12.6 (npm), which checks and casts tables by a schema of Frictionless.
# Guess: with bareNumber: false, which allows signs around a number, -£17 is minus 17 or an error, and so is (12), minus
# twelve in brackets; 12.5m is an error or twelve and a half million. A month, 2018-09, is no date.
# Seen: all that is no digit is taken away in front and behind, the minus with it: -£17, £-17, -17% and (12) become 17
# and 12, 12.5m becomes 12.5. Without bareNumber each of them is an error. With format "any" the date of 2018-09 is its
# first day.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund tableschema@1.12.6
cat > try.cjs <<'JS'
const { Field } = require('tableschema')
const cast = (type, text, options) => {
  try { return new Field({ name: 'x', type, ...options }).castValue(text) } catch { return 'error' }
}
for (const text of ['-£17', '£-17', '-17%', '(12)', '12.5m']) console.log(text, '|', cast('number', text, { bareNumber: false }), '|', cast('number', text))
const day = cast('date', '2018-09', { format: 'any' })
console.log('2018-09 |', day.toISOString(), '|', cast('date', '2018-09'))
JS
TZ=UTC node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
-£17 | 17 | error
£-17 | 17 | error
-17% | 17 | error
(12) | 12 | error
12.5m | 12.5 | error
2018-09 | 2018-09-01T00:00:00.000Z | error
TXT
diff expected seen
