#!/usr/bin/env bash
# jmespath 0.16.0 (npm) and, to compare, jmespath 1.0.1 (PyPI), one language for queries of JSON, which clients of
# clouds use too.
# Guess: areas[?boxes < `6`] gives in both the areas with a figure below six; where there is none the comparison is true
# of no row, as the language says.
# Seen: in JavaScript a figure that is null or not there is below six and above minus one; in Python it is neither.
# Counts of small figures made by one are not those of the other.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jmespath@0.16.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check jmespath==1.0.1
cat > t.json <<'JSON'
{"areas": [{"name": "North", "boxes": 5}, {"name": "South", "boxes": null}, {"name": "East"}, {"name": "Centre", "boxes": 7}]}
JSON
cat > try.cjs <<'JS'
const table = JSON.parse(require('fs').readFileSync('t.json'))
for (const query of process.argv.slice(2)) console.log('JavaScript', query, '|', require('jmespath').search(table, query).join(' '))
JS
cat > try.py <<'PY'
import json, sys, jmespath
for query in sys.argv[1:]:
    print("Python", query, "|", " ".join(jmespath.search(query, json.load(open("t.json")))))
PY
cat > expected <<'TXT'
JavaScript areas[?boxes < `6`].name | North South East
JavaScript areas[?boxes > `-1`].name | North South East Centre
JavaScript areas[?boxes >= `5`].name | North Centre
Python areas[?boxes < `6`].name | North
Python areas[?boxes > `-1`].name | North Centre
Python areas[?boxes >= `5`].name | North Centre
TXT
mapfile -t queries <<'QUERIES'
areas[?boxes < `6`].name
areas[?boxes > `-1`].name
areas[?boxes >= `5`].name
QUERIES
{ node try.cjs "${queries[@]}"; v/bin/python try.py "${queries[@]}"; } > seen
diff expected seen
