#!/usr/bin/env bash
# citation-js (npm): @citation-js/core 0.8.2, @citation-js/plugin-bibtex 0.8.2.
# Guess: an open BibLaTeX range, date = {2018/}, becomes one date in CSL-JSON, or is refused.
# Seen: its date-parts are [[2018], null], which the schema of CSL-JSON does not allow (each part is a
# list of one to three numbers); the reader of that list meets a null in the place of a list.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2
cat > try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
for (const date of ['2018/2019', '2018/', '2018-09/']) {
  console.log(date, JSON.stringify(new Cite(`@report{a, title = {A}, date = {${date}}}`).data[0].issued))
}
JS
cat > expected <<'TXT'
2018/2019 {"date-parts":[[2018],[2019]]}
2018/ {"date-parts":[[2018],null]}
2018-09/ {"date-parts":[[2018,9],null]}
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
