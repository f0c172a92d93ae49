#!/usr/bin/env bash
# liquidjs 10.30.1 and nunjucks 3.2.4 (npm), templates of Eleventy and others.
# Guess: the filter `sum` adds figures that came as text from a CSV file, or refuses; a figure with a comma in it or a
# unit behind is refused or read as far as it goes.
# Seen: liquidjs leaves out of a sum what is no plain number, without a word: 550, "1,644" and "82" are 632; "1,644" plus 1
# is 1 and "12.5m" times 2 is 0. nunjucks joins texts: the sum of 550, "82" and "7" is 0550827, and "1,644" as int is
# 1. nunjucks sorts numbers that are texts by their letters, and so does liquidjs.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund liquidjs@10.30.1 nunjucks@3.2.4
cat > try.mjs <<'JS'
import { Liquid } from 'liquidjs'
import nunjucks from 'nunjucks'
const liquid = new Liquid()
for (const v of [[550, 82, 7], [550, '82', '7'], ['550', '1,644', '82'], ['9', '10', '1,644']])
  for (const [name, text, render] of [['liquidjs', '{{ v | sum }} | {{ v | sort | join: " " }}', async t => liquid.parseAndRender(t, { v })], ['nunjucks', '{{ v | sum }} | {{ v | sort | join(" ") }}', async t => nunjucks.renderString(t, { v })]])
    console.log(JSON.stringify(v), name, await render(text))
console.log('liquidjs', await liquid.parseAndRender('{{ "1,644" | plus: 1 }} {{ "12.5m" | times: 2 }} {{ "82" | plus: 1 }}'))
console.log('nunjucks', nunjucks.renderString('{{ "1,644" | int }} {{ "82" | int }}'))
JS
cat > expected <<'TXT'
[550,82,7] liquidjs 639 | 7 82 550
[550,82,7] nunjucks 639 | 7 82 550
[550,"82","7"] liquidjs 639 | 7 82 550
[550,"82","7"] nunjucks 0550827 | 7 82 550
["550","1,644","82"] liquidjs 632 | 1,644 550 82
["550","1,644","82"] nunjucks 005501,64482 | 1,644 550 82
["9","10","1,644"] liquidjs 19 | 1,644 10 9
["9","10","1,644"] nunjucks 009101,644 | 1,644 10 9
liquidjs 1 0 83
nunjucks 1 82
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
