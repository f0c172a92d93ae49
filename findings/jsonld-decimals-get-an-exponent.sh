#!/usr/bin/env bash
# jsonld 9.0.0 (npm), PyLD 3.3.0 and rdflib 7.6.0 (PyPI), which make RDF of the JSON-LD by which pages describe their data.
# Guess: a number in JSON of a property that is xsd:decimal is a decimal, 44.5; a number is one figure in all three, with all
# its digits; 44.0 is 44.
# Seen: jsonld and PyLD write 44.5 as "4.45E1"^^xsd:decimal, which is none by XML Schema, as decimals have no exponent, and
# rdflib writes "1e-07". In jsonld a share of 0.0000001 is 0, and a whole number of twenty digits loses its last ones.
# 0.30000000000000004 is 3.0E-1. 44.0 is a double in rdflib and an integer in the others, so that one page has other triples.
# As a text, "44.50", a decimal is right in all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund jsonld@9.0.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check PyLD==3.3.0 rdflib==7.6.0
cat > page.json <<'JSON'
{"@context": {"share": {"@id": "https://example.org/share", "@type": "http://www.w3.org/2001/XMLSchema#decimal"}, "plain": "https://example.org/plain"},
 "@id": "https://example.org/x", "share": [44.5, "44.50", 1e-7], "plain": [44.0, 44.5, 0.30000000000000004, 12345678901234567890]}
JSON
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import jsonld from 'jsonld'
process.stdout.write(await jsonld.toRDF(JSON.parse(readFileSync('page.json')), { format: 'application/n-quads' }))
JS
cat > try.py <<'PY'
import json
import rdflib
from pyld import jsonld
page = json.load(open("page.json"))
open("pyld", "w").write(jsonld.to_rdf(page, {"format": "application/n-quads"}))
open("rdflib", "w").write(rdflib.Graph().parse(data=json.dumps(page), format="json-ld").serialize(format="nt"))
PY
node try.mjs > jsonld
v/bin/python try.py 2> log
for who in jsonld pyld rdflib; do
  sed -n 's|.*example.org/\([a-z]*\)> \("[^"]*"\)^^<.*#\([a-z]*\)>.*|\1 \2 \3|p' $who | sort | sed "s/^/$who: /"
done > seen
cat > expected <<'TXT'
jsonld: plain "12345678901234567168" integer
jsonld: plain "3.0E-1" double
jsonld: plain "4.45E1" double
jsonld: plain "44" integer
jsonld: share "0" decimal
jsonld: share "4.45E1" decimal
jsonld: share "44.50" decimal
pyld: plain "12345678901234567890" integer
pyld: plain "3.0E-1" double
pyld: plain "4.45E1" double
pyld: plain "44" integer
pyld: share "1.0E-7" decimal
pyld: share "4.45E1" decimal
pyld: share "44.50" decimal
rdflib: plain "0.30000000000000004" double
rdflib: plain "12345678901234567890" integer
rdflib: plain "44.0" double
rdflib: plain "44.5" double
rdflib: share "1e-07" decimal
rdflib: share "44.5" decimal
rdflib: share "44.50" decimal
TXT
diff expected seen
