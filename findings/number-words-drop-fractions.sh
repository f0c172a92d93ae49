#!/usr/bin/env bash
# number-to-words 1.2.4 and written-number 0.11.1 (npm).
# Guess: a share of 0.44 is spelt with its fraction, or refused.
# Seen: number-to-words cuts: 0.44 and -0.4 are "zero", 20.5 is "twenty". written-number rounds 20.5 up to
# "twenty-one" and makes an empty text of every number below zero.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund number-to-words@1.2.4 written-number@0.11.1
cat > try.mjs <<'JS'
import numberToWords from 'number-to-words'
import writtenNumber from 'written-number'
for (const value of [3, 0.44, 20.5, -0.4, -3])
  console.log(value, '|', numberToWords.toWords(value), '|', writtenNumber(value))
JS
cat > "$work/expected" <<'TXT'
3 | three | three
0.44 | zero | zero
20.5 | twenty | twenty-one
-0.4 | zero | 
-3 | minus three | 
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
