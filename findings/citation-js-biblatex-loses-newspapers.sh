#!/usr/bin/env bash
# citation-js (npm): @citation-js/core 0.8.2 with the plugins bibtex, ris and csl 0.8.2.
# Guess: an article of a newspaper and the type of a report survive the way through BibLaTeX, which has
# entrysubtype = {newspaper} and type = {...} for them; a reporter named in RIS as AU is the author.
# Seen: the article becomes one of a journal, so that its day is printed no more, and is written without an
# entrysubtype; the type of a report is written as entrysubtype, which BibLaTeX does not print. AU of TY -
# NEWS becomes a reporter, which CSL does not know: the list of references names nobody.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-ris@0.8.2 @citation-js/plugin-csl@0.8.2
cat > try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')
require('@citation-js/plugin-csl')
const printed = data => new Cite(data).format('bibliography', { template: 'apa' }).trim()
const article = { id: 'a', type: 'article-newspaper', title: 'Arrests', author: [{ family: 'Jones', given: 'Ann' }], 'container-title': 'The Paper', issued: { 'date-parts': [[2018, 9, 3]] } }
const written = new Cite(article).format('biblatex')
console.log(written.trim())
console.log(printed(article))
console.log(printed(written))
console.log(new Cite('@article{a, title={Arrests}, journaltitle={The Paper}, entrysubtype={newspaper}, date={2018-09-03}}').data[0].type)
console.log(new Cite('@report{a, title={Crime}, institution={Anytown}, type={Statistical bulletin}, date={2018}}').format('biblatex').trim())
for (const type of ['NEWS', 'MGZN', 'RPRT']) console.log(type, printed(`TY  - ${type}\nAU  - Jones, Ann\nTI  - Arrests\nPY  - 2018\nER  - \n`))
JS
cat > expected <<'TXT'
@article{Jones2018Arrests,
	author = {Jones, Ann},
	journaltitle = {The Paper},
	date = {2018-09-03},
	title = {Arrests},
}
Jones, A. (2018, September 3). Arrests. The Paper.
Jones, A. (2018). Arrests. The Paper.
article-journal
@report{a,
	entrysubtype = {Statistical bulletin},
	date = {2018},
	institution = {Anytown},
	title = {Crime},
}
NEWS Arrests. (2018).
MGZN Jones, A. (2018). Arrests.
RPRT Jones, A. (2018). Arrests.
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
