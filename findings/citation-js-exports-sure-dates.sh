#!/usr/bin/env bash
# citation-js (npm): @citation-js/core 0.8.2, @citation-js/plugin-bibtex 0.8.2, @citation-js/plugin-ris 0.8.2, @citation-js/plugin-csl 0.8.2.
# Guess: CSL-JSON with 'circa', a season or a date in words goes to BibLaTeX and RIS as such, since
# BibLaTeX has 2018-09~ and 2018-21 and RIS a fourth part of DA for other words.
# Seen: circa is gone from BibLaTeX, BibTeX and RIS (APA says 'ca.'), the season from BibLaTeX, and a
# literal date leaves an entry without any date in all three. The same plugin reads 2018-09~ as a sure
# month, and 2018-21 as the year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-ris@0.8.2  @citation-js/plugin-csl@0.8.2
cat > try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
for (const plugin of ['bibtex', 'ris', 'csl']) require(`@citation-js/plugin-${plugin}`)
const dates = [{ 'date-parts': [[2018, 9]], circa: true }, { 'date-parts': [[2018]], season: 1 }, { literal: 'early 2018' }]
for (const issued of dates) {
  const cite = new Cite({ id: 'a', type: 'report', title: 'A review', publisher: 'Office', issued })
  const dated = form => cite.format(form).split('\n').filter(line => /date|year|month|^DA|^PY/.test(line)).join(' ').replace(/\s+/g, ' ')
  for (const form of ['biblatex', 'bibtex', 'ris']) console.log(JSON.stringify(issued), form, '|', dated(form))
  console.log(cite.format('bibliography', { template: 'apa' }).trim())
}
for (const date of ['2018-09~', '2018-21']) {
  console.log(date, JSON.stringify(new Cite(`@report{a, title = {A}, date = {${date}}}`).data[0].issued))
}
JS
cat > expected <<'TXT'
{"date-parts":[[2018,9]],"circa":true} biblatex |  date = {2018-09},
{"date-parts":[[2018,9]],"circa":true} bibtex |  year = {2018}, month = {9},
{"date-parts":[[2018,9]],"circa":true} ris | DA - 2018/9// PY - 2018
A review. (ca. 2018). Office.
{"date-parts":[[2018]],"season":1} biblatex |  date = {2018},
{"date-parts":[[2018]],"season":1} bibtex |  year = {2018},
{"date-parts":[[2018]],"season":1} ris | DA - 2018///1 PY - 2018
A review. (2018). Office.
{"literal":"early 2018"} biblatex | 
{"literal":"early 2018"} bibtex | 
{"literal":"early 2018"} ris | 
A review. (early 2018). Office.
2018-09~ {"date-parts":[[2018,9]]}
2018-21 {"date-parts":[[2018]]}
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
