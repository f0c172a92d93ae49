#!/usr/bin/env bash
# json-2-csv 5.6.0, csv-stringify 6.9.0 and, to compare, @json2csv/plainjs 7.0.8 (npm), which write tables as CSV, and
# json-2-csv and csv-parse 7.0.3 with `cast`, which read them.
# Guess: a figure that is missing is an empty cell, false is false, a day is written as 2018-09-03, a heading Q1.18 as
# it is; read, a code keeps its form, and a column Q1.18 is one value.
# Seen: json-2-csv writes the words null and undefined, the day with the zone of the machine, and Q1\.18. In
# csv-stringify true is 1, false is an empty cell like what is missing, and a day is a number of milliseconds. Read by
# json-2-csv the offence 12E5 is 1200000 and a column Q1.18 a list of nineteen places; by csv-parse 007 is 7, and with
# cast_date "Ward 1" and 44% are days.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund json-2-csv@5.6.0 csv-stringify@6.9.0 @json2csv/plainjs@7.0.8 csv-parse@7.0.3
cat > try.mjs <<'JS'
import { json2csv, csv2json } from 'json-2-csv'
import { stringify } from 'csv-stringify/sync'
import { parse } from 'csv-parse/sync'
import { Parser } from '@json2csv/plainjs'
const rows = [{ 'Q1.18': 5, lost: null, late: undefined, final: false, sent: true, day: new Date('2018-09-03') }]
const say = (name, text) => text.trim().split('\n').forEach(line => console.log(name, '|', line))
say('json-2-csv', json2csv(rows))
say('csv-stringify', stringify(rows, { header: true }))
say('plainjs', new Parser().parse(rows))
console.log('json-2-csv |', JSON.stringify(csv2json('area,offence\n007,12E5\n123,5')), Object.values(csv2json('Q1.18\n5')[0])[0].length)
console.log('csv-parse |', JSON.stringify(parse('area,offence\n007,12E5\n', { columns: true, cast: true })))
console.log('csv-parse |', JSON.stringify(parse('area,share\nWard 1,44%\n', { columns: true, cast: true, cast_date: true })))
JS
cat > expected <<'TXT'
json-2-csv | Q1\.18,lost,late,final,sent,day
json-2-csv | 5,null,undefined,false,true,Mon Sep 03 2018 00:00:00 GMT+0000 (Coordinated Universal Time)
csv-stringify | Q1.18,lost,late,final,sent,day
csv-stringify | 5,,,,1,1535932800000
plainjs | "Q1.18","lost","late","final","sent","day"
plainjs | 5,,,false,true,"2018-09-03T00:00:00.000Z"
json-2-csv | [{"area":"007","offence":1200000},{"area":123,"offence":5}] 19
csv-parse | [{"area":7,"offence":1200000}]
csv-parse | [{"area":"2001-01-01T00:00:00.000Z","share":"2044-01-01T00:00:00.000Z"}]
TXT
TZ=UTC node try.mjs > seen
diff expected seen
