#!/usr/bin/env bash
# citation-js (npm): @citation-js/core 0.8.2, @citation-js/plugin-ris 0.8.2.
# Guess: a newspaper article of 3 September 2018 read on 28 November 2026 has its day in RIS, as DA,
# and the day of access in Y2, as reference managers expect it.
# Seen: type NEWS has no DA at all, only PY 2018, while RPRT of the same day has DA 2018/9/3/. The day
# of access is in Y2 for both, and for ELEC, the web page that most needs it, in M1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
cat > try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-ris')
for (const type of ['article-newspaper', 'report', 'webpage']) {
  const dates = { issued: { 'date-parts': [[2018, 9, 3]] }, accessed: { 'date-parts': [[2026, 11, 28]] } }
  console.log(new Cite({ id: 'a', type, title: 'A', 'container-title': 'The Paper', URL: 'https://example.org', ...dates }).format('ris').trim())
}
JS
cat > expected <<'TXT'
TY  - NEWS
ID  - a
PY  - 2018
T2  - The Paper
TI  - A
UR  - https://example.org
Y2  - 2026/11/28/
ER  -
TY  - RPRT
DA  - 2018/9/3/
PY  - 2018
ID  - a
TI  - A
UR  - https://example.org
Y2  - 2026/11/28/
ER  -
TY  - ELEC
DA  - 2018/9/3/
PY  - 2018
ID  - a
M1  - 2026/11/28/
TI  - A
UR  - https://example.org
ER  -
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
