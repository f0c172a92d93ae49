#!/usr/bin/env bash
# papaparse 5.7.1 and, to compare, csv-string 4.1.1 (npm); pandas 3.1.1 and, to compare, clevercsv 0.8.5 (PyPI).
# Guess: of a table whose cells are set apart by semicolons, with commas in its figures as in most of Europe, the
# semicolon is found to be the delimiter, by what the head line and every row agree on.
# Seen: of two columns with a new line at the end of the file papaparse takes the comma: the share 1,5 with the change
# 0,5 is "1", "5;0" and "5", and no error is counted; the year 2018 with 1,5 is "2018;1" and "5", with an entry
# UndetectableDelimiter in `errors`. With skipEmptyLines both are right. pandas with sep=None takes the comma where
# the head line has one or is not there. csv-string and clevercsv find the semicolon in all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund papaparse@5.7.1 csv-string@4.1.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 clevercsv==0.8.5
cat > tables.json <<'JSON'
["share;change\n1,5;0,5\n2,5;1,0\n3,5;1,0\n", "year;share, in %\n2018;1,5\n2019;2,5\n2020;3,5\n", "2018;1,5\n2019;2,5\n2020;3,5\n", "year;share\n2018;1,5\n2019;2,5\n2020;3,5\n", "area;year;share\nNorth;2018;44,5\nSouth;2018;45,5\n"]
JSON
cat > try.cjs <<'JS'
const papa = require('papaparse'), csv = require('csv-string')
for (const table of JSON.parse(require('fs').readFileSync('tables.json'))) {
  const read = papa.parse(table)
  console.log('papaparse', JSON.stringify(read.data[1]), ...read.errors.map(({ code }) => code), '| skipEmptyLines', papa.parse(table, { skipEmptyLines: true }).meta.delimiter, '| csv-string', JSON.stringify(csv.parse(table, csv.detect(table))[1]))
}
JS
cat > try.py <<'PY'
import csv, io, json
import clevercsv, pandas
for table in json.load(open("tables.json")):
    read = pandas.read_csv(io.StringIO(table), sep=None, engine="python")
    print("pandas", read.values.tolist()[0], "| clevercsv", clevercsv.Sniffer().sniff(table).delimiter)
PY
{ node try.cjs; v/bin/python try.py; } > seen 2> /dev/null
cat > expected <<'TXT'
papaparse ["1","5;0","5"] | skipEmptyLines ; | csv-string ["1,5","0,5"]
papaparse ["2018;1","5"] UndetectableDelimiter | skipEmptyLines , | csv-string ["2018","1,5"]
papaparse ["2019;2","5"] UndetectableDelimiter | skipEmptyLines , | csv-string ["2019","2,5"]
papaparse ["2018;1","5"] UndetectableDelimiter | skipEmptyLines ; | csv-string ["2018","1,5"]
papaparse ["North","2018","44,5"] | skipEmptyLines ; | csv-string ["North","2018","44,5"]
pandas ['1,5', '0,5'] | clevercsv ;
pandas ['2018;1', 5] | clevercsv ;
pandas ['2019;2', 5] | clevercsv ;
pandas [2018, '1,5'] | clevercsv ;
pandas ['North', 2018, '44,5'] | clevercsv ;
TXT
diff expected seen
