#!/usr/bin/env bash
# apache-arrow 21.2.0 (npm), a file written by pyarrow 26.0.1 (PyPI).
# Guess: a column of decimals with two places gives 12.50, as a number, a text or an object that prints as such.
# Seen: the places are dropped, here and in toString() of the whole table: 12.50 is 1250, and -1.15 is -115. Only the
# type of the column still knows how many there are; floats are right, and dates are numbers of milliseconds.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund apache-arrow@21.2.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pyarrow==26.0.1
cat > make.py <<'PY'
from decimal import Decimal
import pyarrow
table = pyarrow.table({
    "year": ["2017", "2018", "2019"],
    "share": pyarrow.array([Decimal("12.50"), Decimal("-1.15"), None], pyarrow.decimal128(10, 2)),
    "rate": [12.5, -1.15, None],
})
with pyarrow.OSFile("t.arrow", "wb") as file, pyarrow.ipc.new_file(file, table.schema) as out:
    out.write(table)
PY
v/bin/python make.py
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { tableFromIPC } from 'apache-arrow'
const table = tableFromIPC(readFileSync('t.arrow'))
const { type } = table.schema.fields[1]
console.log('places |', type.scale)
for (const row of table) console.log(`${row.year} | ${row.share} | ${row.rate}`)
console.log(table.toString())
JS
cat > expected <<'TXT'
places | 2
2017 | 1250 | 12.5
2018 | -115 | -1.15
2019 | null | null
[
  {"year": "2017", "share": 1250, "rate": 12.5},
  {"year": "2018", "share": -115, "rate": -1.15},
  {"year": "2019", "share": null, "rate": null}
]
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
