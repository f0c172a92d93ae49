#!/usr/bin/env bash
# words-to-numbers 1.5.1 (npm).
# Guess: "one hundred fifty thousand" is 150,000.
# Seen: it is 50,100: only the words next to "thousand" are multiplied, the hundred is added. "two hundred and
# ten thousand" is 10,200; "a third of children" becomes "1 3 of children". "two thousand and five hundred" is
# right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund words-to-numbers@1.5.1
cat > try.mjs <<'JS'
import module from 'words-to-numbers'
const { wordsToNumbers } = module
for (const text of ['one hundred fifty thousand', 'a hundred and fifty thousand', 'two hundred and ten thousand', 'two thousand and five hundred', 'five thousand two thousand', 'half a million', 'a third of children'])
  console.log(text, '|', wordsToNumbers(text))
JS
cat > "$work/expected" <<'TXT'
one hundred fifty thousand | 50100
a hundred and fifty thousand | 50100
two hundred and ten thousand | 10200
two thousand and five hundred | 2500
five thousand two thousand | 7000
half a million | half 1000000
a third of children | 1 3 of children
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
