#!/usr/bin/env bash
# remove-markdown 0.7.0 and markdown-to-txt 2.0.1 (npm), which make plain text of Markdown, for descriptions and
# searches.
# Guess: a small count, "<5", stays, as in Markdown, where no tag begins with a digit; ranges with a tilde and a product
# keep their signs; a line that begins with 2018. keeps its year.
# Seen: remove-markdown takes all from "<" to the next ">" for a tag, over lines and cells: North, which has fewer than
# 3, has 90, those of the East, and the South is gone. Both make 510 of 5~10 where two of them stand in a line, 567 of
# 5*6*7 and "ad" of "a<b and c>d", and drop the year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund remove-markdown@0.7.0 markdown-to-txt@2.0.1 lodash@4.17.21
cat > try.cjs <<'JS'
const removed = require('remove-markdown'), { markdownToTxt } = require('markdown-to-txt')
for (const text of ['| area | boxes |\n|---|---|\n| North | <3 |\n| South | 550 |\n| East | >90 |', 'from 5~10 to 20~30, 5*6*7', 'a<b and c>d', '2018. Boxes were counted.'])
  for (const [name, plain] of [['remove-markdown', removed.default ?? removed], ['markdown-to-txt', markdownToTxt]]) console.log(name, '|', JSON.stringify(plain(text)))
JS
cat > expected <<'TXT'
remove-markdown | "| area | boxes |\n|---|---|\n| North | 90 |"
markdown-to-txt | "area boxes\nNorth <3\nSouth 550\nEast >90"
remove-markdown | "from 510 to 2030, 567"
markdown-to-txt | "from 510 to 2030, 567"
remove-markdown | "ad"
markdown-to-txt | "ad"
remove-markdown | "Boxes were counted."
markdown-to-txt | "Boxes were counted."
TXT
node try.cjs > seen
diff expected seen
