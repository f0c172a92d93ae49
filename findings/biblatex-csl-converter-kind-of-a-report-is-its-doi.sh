#!/usr/bin/env bash
# biblatex-csl-converter 3.6.0 (npm), which has come to read RIS and EndNote files (of BibLaTeX see
# biblatex-csl-converter-loses-institutions.sh).
# Guess: of RIS the kind of a report (M3, "type of work") is its type, PY or DA with 2018/09/03/ its day, Y2 the day of
# access; a title keeps its capitals, as it is no English one by rule; of an EndNote file %8 is the day and %[ the day of access.
# Seen: the kind becomes the DOI, "Statistical bulletin". A day with strokes stays as it is
# typed in BibLaTeX, where it is no date, and is gone from CSL; DA and Y2 are not read. Of a day in words, "3
# September", the year is kept, and the line %[ behind the address becomes part of the address. Titles are put into small letters in CSL:
# "Boxes in england".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.6.0
cat > try.mjs <<'JS'
import { parseRIS, parseENW, BibLatexExporter, CSLExporter } from 'biblatex-csl-converter'
function show(what, { entries }) {
  console.log(what)
  for (const line of new BibLatexExporter(entries).parse().split('\n'))
    if (/^(date|urldate|doi|url|type|%)/.test(line)) console.log('  BibLaTeX', line.replace(/,$/, ''))
  for (const { title, issued, accessed, DOI, URL, genre } of Object.values(new CSLExporter(entries).parse()))
    console.log('  CSL', JSON.stringify({ title, issued, accessed, DOI, URL, genre }))
}
show('RIS', parseRIS(`TY  - RPRT
AU  - Smith, Anne
TI  - Boxes in England
PY  - 2018/09/03/
Y2  - 2019/01/03/
M3  - Statistical bulletin
UR  - https://example.org/boxes
ER  - 
`))
show('RIS, a newspaper', parseRIS(`TY  - NEWS
AU  - Smith, Anne
TI  - Boxes
T2  - The Daily
PY  - 2018
DA  - 2018/09/03
ER  - 
`))
show('EndNote', parseENW(`%0 Report
%A Smith, Anne
%T Boxes in England
%D 2018
%8 3 September
%9 Statistical bulletin
%U https://example.org/boxes
%[ 3 January 2019
`))
JS
node try.mjs > seen
cat > expected <<'TXT'
RIS
  BibLaTeX date = {2018/09/03/}
  BibLaTeX doi = {Statistical bulletin}
  BibLaTeX url = {https://example.org/boxes}
  CSL {"title":"Boxes in england","DOI":"Statistical bulletin","URL":"https://example.org/boxes"}
RIS, a newspaper
  BibLaTeX date = {2018}
  CSL {"title":"Boxes","issued":{"date-parts":[[2018]]}}
EndNote
  BibLaTeX date = {2018}
  BibLaTeX url = {https://example.org/boxes
  BibLaTeX %[ 3 January 2019}
  CSL {"title":"Boxes in england","issued":{"date-parts":[[2018]]},"URL":"https://example.org/boxes\n%[ 3 January 2019"}
TXT
diff expected seen
