#!/usr/bin/env bash
# @zazuko/rdf-parser-csvw 0.17.0 with @zazuko/env 3.0.1 and n3 2.13.12 (npm), which turn tables described by CSVW
# into RDF.
# Guess: a cell that does not fit its datatype, 2018/19 as gYear or 12.5 as integer, is an error or stays text,
# and 1,644 with groupChar "," is the integer 1644, 44.5% in the format 0.0% the decimal 0.445; a null given for
# the table holds in its columns.
# Seen: every text becomes a literal of the datatype: "1,644" an integer, "44.5%" a decimal, "2018/19" and ".." a
# gYear, "31/02/2018" a date, though "03/09/2018" is read by its format. A null is known only where the column
# itself names it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @zazuko/rdf-parser-csvw@0.17.0 @zazuko/env@3.0.1 n3@2.13.12
cat > try.mjs <<'JS'
import { Readable } from 'node:stream'
import rdf from '@zazuko/env'
import CsvwParser from '@zazuko/rdf-parser-csvw'
import { Parser } from 'n3'
const metadata = rdf.dataset(new Parser().parse(`@prefix csvw: <http://www.w3.org/ns/csvw#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix e: <http://example.org/> .
[] csvw:url "t.csv" ; csvw:null ".." ; csvw:tableSchema [ csvw:column (
  [ csvw:title "year" ; csvw:propertyUrl "http://example.org/year" ; csvw:datatype xsd:gYear ]
  [ csvw:title "day" ; csvw:propertyUrl "http://example.org/day" ; csvw:datatype [ csvw:base "date" ; csvw:format "dd/MM/yyyy" ] ]
  [ csvw:title "count" ; csvw:propertyUrl "http://example.org/count" ; csvw:datatype [ csvw:base "integer" ; csvw:format [ csvw:groupChar "," ] ] ]
  [ csvw:title "share" ; csvw:propertyUrl "http://example.org/share" ; csvw:null ".." ; csvw:datatype [ csvw:base "decimal" ; csvw:format "0.0%" ] ]
) ] .`))
const table = 'year,day,count,share\n2018,03/09/2018,"1,644",44.5%\n2018/19,31/02/2018,12.5,..\n..,..,..,44\n'
for await (const { predicate, object } of new CsvwParser({ factory: rdf, metadata, baseIRI: 'http://example.org/' }).import(Readable.from([table])))
  if (predicate.value.startsWith('http://example.org/')) console.log(predicate.value.slice(19), '|', object.value, object.datatype.value.split('#')[1])
JS
cat > expected <<'TXT'
year | 2018 gYear
day | 2018-09-03 date
count | 1,644 integer
share | 44.5% decimal
year | 2018/19 gYear
day | 31/02/2018 date
count | 12.5 integer
year | .. gYear
day | .. date
count | .. integer
share | 44 decimal
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
