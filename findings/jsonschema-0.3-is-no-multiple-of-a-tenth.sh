#!/usr/bin/env bash
# jsonschema 4.26.0 (PyPI) and ajv 8.20.0 (npm); to compare, fastjsonschema 2.22.3 and jsonschema-rs 0.61.2 (PyPI).
# Guess: "multipleOf": 0.1, which a schema asks of figures with one decimal place, takes 0.3, 0.7 and 82109.4, since
# validators reckon with decimals or allow for the ends of floats.
# Seen: jsonschema and ajv refuse all three, and 1.15 and 4.35 as multiples of 0.05 and 0.01, while 44.5 and 12.35 are
# valid: good figures are reported as faults. The other two take them, and so does ajv with `multipleOfPrecision`.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund ajv@8.20.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check jsonschema==4.26.0 fastjsonschema==2.22.3 jsonschema-rs==0.61.2
cat > try.py <<'PY'
import fastjsonschema, jsonschema, jsonschema_rs
def fast(schema, value):
    try:
        return fastjsonschema.compile(schema)(value) == value
    except fastjsonschema.JsonSchemaException:
        return False
for value, step in [(44.5, 0.1), (0.3, 0.1), (0.7, 0.1), (82109.4, 0.1), (1.15, 0.05), (12.35, 0.01), (4.35, 0.01)]:
    schema = {"type": "number", "multipleOf": step}
    print(value, step, "|", jsonschema.Draft202012Validator(schema).is_valid(value), fast(schema, value), jsonschema_rs.is_valid(schema, value))
PY
cat > try.mjs <<'JS'
import Ajv from 'ajv'
for (const options of [{}, { multipleOfPrecision: 9 }]) {
  const ajv = new Ajv(options)
  console.log(...[[44.5, 0.1], [0.3, 0.1], [0.7, 0.1], [82109.4, 0.1], [1.15, 0.05], [12.35, 0.01], [4.35, 0.01]].map(([value, step]) => ajv.validate({ type: 'number', multipleOf: step }, value)))
}
JS
{ v/bin/python try.py; node try.mjs; } > seen 2> /dev/null
cat > expected <<'TXT'
44.5 0.1 | True True True
0.3 0.1 | False True True
0.7 0.1 | False True True
82109.4 0.1 | False True True
1.15 0.05 | False True True
12.35 0.01 | True True True
4.35 0.01 | False True True
true false false false false true false
true true true true true true true
TXT
diff expected seen
