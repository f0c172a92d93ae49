#!/usr/bin/env bash
# rdflib 7.6.0 and, to compare, pyoxigraph 0.5.13 (PyPI), SPARQL.
# Guess: an average over figures one of which is a text, n/a or 1,644, has no value, as SPARQL says of errors, and a
# gYear can be compared with another one; a duration of half a year stays or is refused.
# Seen: rdflib leaves the text out of the average without a word, though the sum of such figures is an error. A
# condition such as ?year > "2017"^^xsd:gYear is true of no row, so that the table is empty, and P0.5Y, half a year,
# becomes P0D, no time at all. pyoxigraph gives the average no value, compares years and keeps the half. The greatest
# figure is the text n/a in both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
cat > try.py <<'PY'
import pyoxigraph, rdflib
xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
for query in [
    'SELECT (AVG(?v) AS ?x) { VALUES ?v { 5 7 } }',
    'SELECT (AVG(?v) AS ?x) { VALUES ?v { 5 7 "n/a" } }',
    'SELECT (SUM(?v) AS ?x) { VALUES ?v { 5 7 "1,644" } }',
    'SELECT (MAX(?v) AS ?x) { VALUES ?v { 5 10 "n/a" } }',
    'SELECT ?x { VALUES ?x { "2017"^^xsd:gYear "2018"^^xsd:gYear } FILTER(?x > "2017"^^xsd:gYear) }',
]:
    try:
        one = [str(row[0]) for row in rdflib.Graph().query(xsd + query)]
    except Exception as error:
        one = type(error).__name__
    other = [row[0] and row[0].value for row in pyoxigraph.Store().query(xsd + query)]
    print(query[7:], "|", one, "|", other)
for length in ["P0.5Y", "P1.5Y", "P6M"]:
    turtle = f'<a:a> <a:b> "{length}"^^<http://www.w3.org/2001/XMLSchema#duration> .'
    one = [str(each) for each in rdflib.Graph().parse(data=turtle, format="turtle").objects()]
    other = [each.object.value for each in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)]
    print(length, "|", one, "|", other)
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
(AVG(?v) AS ?x) { VALUES ?v { 5 7 } } | ['6'] | ['6']
(AVG(?v) AS ?x) { VALUES ?v { 5 7 "n/a" } } | ['6'] | [None]
(SUM(?v) AS ?x) { VALUES ?v { 5 7 "1,644" } } | SPARQLTypeError | [None]
(MAX(?v) AS ?x) { VALUES ?v { 5 10 "n/a" } } | ['n/a'] | ['n/a']
?x { VALUES ?x { "2017"^^xsd:gYear "2018"^^xsd:gYear } FILTER(?x > "2017"^^xsd:gYear) } | [] | ['2018']
P0.5Y | ['P0D'] | ['P0.5Y']
P1.5Y | ['P1Y'] | ['P1.5Y']
P6M | ['P6M'] | ['P6M']
TXT
diff expected seen
