#!/usr/bin/env bash
# edtfy 0.0.8 (npm), which makes EDTF of dates as they are typed.
# Guess: a financial year typed as 2018-19 is 2018/2019 or is refused, as 2018/19 is; the month 2018-09 stays
# a month.
# Seen: each is an interval that runs back to the first century: 2018-19 is 2018/0019, 2018-09 is 2018/0009.
# "before 2018" has 2018 in it, "[..,2018]", and 03/09/2018 is 9 March while 13/09/2018 is 13 September.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund edtfy@0.0.8
cat > try.cjs <<'JS'
const edtfy = require('edtfy')
for (const text of ['2018-19', '2018/19', '2018-2019', '2009-10', '2018-09', '2018-09-03', 'September 2018', 'Spring 2018', 'before 2018', 'after 2018', '03/09/2018', '13/09/2018']) {
  try {
    console.log(text, '|', edtfy(text))
  } catch (error) {
    console.log(text, '|', error.name)
  }
}
JS
cat > expected <<'TXT'
2018-19 | 2018/0019
2018/19 | SyntaxError
2018-2019 | 2018/2019
2009-10 | 2009/0010
2018-09 | 2018/0009
2018-09-03 | SyntaxError
September 2018 | 2018-09
Spring 2018 | 2018-21
before 2018 | [..,2018]
after 2018 | [2018,..]
03/09/2018 | 2018-03-09
13/09/2018 | 2018-09-13
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
