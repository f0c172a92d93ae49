#!/usr/bin/env bash
# carbone 3.8.2 (npm), which puts data into templates of docx, odt and other documents.
# Guess: a loop over rows with v<6 leaves out 10, and rows whose figure is missing; with v>5 it takes 10 in. formatD writes
# September 2018 of 2018-09, and of a financial year nothing or an error; formatN writes nothing for an empty cell, and
# minus 2.5 rounds as 2.5 does.
# Seen: figures that are text, as those of a CSV are, are compared as text: "10" is among those below 6 and not among those
# above 5, beside 9. Rows without a figure (null) are below 6. MMMM YYYY is September2018, 2018/19 is 1 July 2019. An empty
# text is NaN, 2.5 is 3 and -2.5 is -2, minus £158 is £-158.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund carbone@3.8.2
cat > try.cjs <<'JS'
const carbone = require('carbone')
const write = (template, data) => new Promise(done => carbone.renderXML(template, data, { lang: 'en-gb', timezone: 'UTC' }, (error, text) => done(error ? 'error' : text)))
const rows = [{ y: 2015, v: null }, { y: 2016, v: '5' }, { y: 2017, v: '10' }, { y: 2018, v: 9 }]
const tries = [
  ['{d[i,v<6].y} {d[i+1,v<6].y}', rows], ['{d[i,v>5].y} {d[i+1,v>5].y}', rows],
  ...['2018-09', '2018/19'].map(said => ['{d.v:formatD(MMMM YYYY)}', { v: said }]),
  ...[null, '', 'n/a', 2.5, -2.5].map(said => ['{d.v:formatN(0)}', { v: said }]), ['{d.v:formatC(0)}', { v: -158 }]
]
;(async () => {
  for (const [template, data] of tries) console.log(template, Array.isArray(data) ? '' : JSON.stringify(data.v), '|', await write(template, data))
  process.exit()
})()
JS
cat > expected <<'TXT'
{d[i,v<6].y} {d[i+1,v<6].y}  | 2015 2016 2017 
{d[i,v>5].y} {d[i+1,v>5].y}  | 2018 
{d.v:formatD(MMMM YYYY)} "2018-09" | September2018
{d.v:formatD(MMMM YYYY)} "2018/19" | July2019
{d.v:formatN(0)} null | 
{d.v:formatN(0)} "" | NaN
{d.v:formatN(0)} "n/a" | NaN
{d.v:formatN(0)} 2.5 | 3
{d.v:formatN(0)} -2.5 | -2
{d.v:formatC(0)} -158 | £-158
TXT
node try.cjs > seen
diff expected seen
