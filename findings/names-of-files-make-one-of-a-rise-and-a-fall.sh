#!/usr/bin/env bash
# python-slugify 9.2.0 and pathvalidate 3.3.1 (PyPI), @sindresorhus/slugify 3.0.1, github-slugger 2.0.0,
# sanitize-filename 1.6.4 and filenamify 7.0.3 (npm), which make names of files, anchors and addresses of titles.
# Guess: titles of charts that differ in a figure or its sign have names that differ, or a number behind them.
# Seen: "Lost <5" and "Lost >5" have one name in all six, so that the second chart is written over the first or its
# anchor leads to it; +5% and −5% have one in the three that make slugs. In github-slugger 1.5 million is 15-million,
# and 2018/19 is 201819 there, in sanitize-filename and in pathvalidate.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @sindresorhus/slugify@3.0.1 github-slugger@2.0.0 sanitize-filename@1.6.4 filenamify@7.0.3
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check python-slugify==9.2.0 pathvalidate==3.3.1
cat > titles.json <<'JSON'
["Lost <5", "Lost >5", "Change +5%", "Change −5%", "1.5 million", "15 million", "Boxes 2018/19", "Boxes 201819"]
JSON
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs'
import slugify from '@sindresorhus/slugify'
import { slug } from 'github-slugger'
import sanitize from 'sanitize-filename'
import filenamify from 'filenamify'
const titles = JSON.parse(readFileSync('titles.json'))
for (const [name, work] of Object.entries({ '@sindresorhus/slugify': text => slugify(text), 'github-slugger': text => slug(text), 'sanitize-filename': text => sanitize(text), filenamify: text => filenamify(text) }))
  console.log(name, '|', titles.map(work).join(' | '))
JS
cat > try.py <<'PY'
import json
from pathvalidate import sanitize_filename
from slugify import slugify
titles = json.load(open("titles.json"))
print("python-slugify", *map(slugify, titles), sep=" | ")
print("pathvalidate", *map(sanitize_filename, titles), sep=" | ")
PY
cat > expected <<'TXT'
@sindresorhus/slugify | lost-5 | lost-5 | change-5 | change-5 | 1-5-million | 15-million | boxes-2018-19 | boxes-201819
github-slugger | lost-5 | lost-5 | change-5 | change-5 | 15-million | 15-million | boxes-201819 | boxes-201819
sanitize-filename | Lost 5 | Lost 5 | Change +5% | Change −5% | 1.5 million | 15 million | Boxes 201819 | Boxes 201819
filenamify | Lost !5 | Lost !5 | Change +5% | Change −5% | 1.5 million | 15 million | Boxes 2018!19 | Boxes 201819
python-slugify | lost-5 | lost-5 | change-5 | change-5 | 1-5-million | 15-million | boxes-2018-19 | boxes-201819
pathvalidate | Lost 5 | Lost 5 | Change +5% | Change −5% | 1.5 million | 15 million | Boxes 201819 | Boxes 201819
TXT
{ node try.mjs; v/bin/python try.py; } > seen
diff expected seen
