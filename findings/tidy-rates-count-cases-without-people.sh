#!/usr/bin/env bash
# @tidyjs/tidy 2.6.1 (npm), which summarises rows as dplyr does.
# Guess: meanRate('cases', 'people') of areas is the cases of those areas whose people are known, divided by these
# people, as mean() leaves out what is missing; or there is no rate.
# Seen: cases are summed over all areas, people over those where they are known: 10 cases of 1,000 people and 20 of an
# unknown number are a rate of 0.03, three times that of the first area. A missing number of cases counts as none, and
# makes the rate lower. Leave out such rows first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @tidyjs/tidy@2.6.1
cat > try.cjs <<'JS'
const { tidy, summarize, meanRate, mean } = require('@tidyjs/tidy')
const say = (name, rows) => console.log(name, '|', JSON.stringify(tidy(rows, summarize({ rate: meanRate('cases', 'people'), mean: mean('cases') }))))
say('one area', [{ cases: 10, people: 1000 }])
say('people not known', [{ cases: 10, people: 1000 }, { cases: 20, people: null }])
say('cases not known', [{ cases: 10, people: 1000 }, { cases: null, people: 1000 }])
JS
node try.cjs > seen
cat > expected <<'TXT'
one area | [{"rate":0.01,"mean":10}]
people not known | [{"rate":0.03,"mean":15}]
cases not known | [{"rate":0.005,"mean":10}]
TXT
diff expected seen
