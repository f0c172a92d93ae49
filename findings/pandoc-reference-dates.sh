#!/usr/bin/env bash
# pandoc 3.9, by way of pypandoc-binary 1.17 (PyPI).
# Guess: dates of references as they occur in CSL-JSON and BibLaTeX survive a conversion, or are at least kept
# in words: an approximate month, a date in words, a financial year.
# Seen: the approximate month 2018-09~ is written to BibLaTeX as 2018-09\textasciitilde{}, which pandoc itself reads
# as no date; "literal" dates become empty and, read again, the year 0; "year = {2017/18}" becomes an empty date; the
# "raw" financial year 2017/18 is "18 AD" in a list of references; an unspecified digit (199X) loses the date, an open range (2018-09/)
# ends in the year 0; titles lose the capitals of England and Wales unless they are in braces.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
pandoc=$("$work/venv/bin/python" -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
cd "$work"
cat > a.json <<'JSON'
[{"id":"approximate","type":"report","title":"Recorded crime","publisher":"Anytown","issued":{"date-parts":[[2018,9]],"circa":true}},
{"id":"literal","type":"report","title":"Recorded crime","publisher":"Anytown","issued":{"literal":"September 2018"}},
{"id":"raw","type":"report","title":"Recorded crime","publisher":"Anytown","issued":{"raw":"2017/18"}}]
JSON
cat > b.bib <<'BIB'
@report{financial, title={Crime in England and Wales}, institution={Anytown}, year={2017/18}}
@report{unspecified, title={x}, institution={Anytown}, date={199X}}
@report{open, title={x}, institution={Anytown}, date={2018-09/}}
BIB
printf -- '---\nnocite: "@*"\nbibliography: a.json\n---\n' > list.md
show='import json, sys
for item in json.load(sys.stdin): print(item["id"], item["title"], "|", json.dumps(item.get("issued")))'
{
  "$pandoc" -f csljson -t biblatex a.json | grep -E '^@|date'
  "$pandoc" -f csljson -t biblatex a.json | "$pandoc" -f biblatex -t csljson | python3 -c "$show"
  "$pandoc" -f biblatex -t csljson b.bib | python3 -c "$show"
  "$pandoc" --citeproc -t plain list.md | grep AD
} > seen 2> /dev/null
cat > expected <<'TXT'
@report{approximate,
  date = {2018-09\textasciitilde{}}
@report{literal,
  date = {}
@report{raw,
  date = {}
approximate Recorded crime | null
literal Recorded crime | {"date-parts": [[0]]}
raw Recorded crime | {"date-parts": [[0]]}
financial Crime in england and wales | {"date-parts": []}
unspecified X | null
open X | {"date-parts": [[2018, 9], [0]]}
Recorded Crime. 18 AD. Anytown.
TXT
diff expected seen
