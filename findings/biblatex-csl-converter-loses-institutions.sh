#!/usr/bin/env bash
# biblatex-csl-converter 3.2.2 (npm), used by web editors to make CSL-JSON of BibLaTeX.
# Guess: `institution` of a report and `organization` of a page become the publisher in CSL, as Zotero and
# Pandoc make them.
# Seen: they are read and left out of the CSL, without error or warning, and so is the type of the report; its
# number becomes the number of a collection. A summer, 2018-22, becomes the month 22, and the name of a
# journal loses its capitals: "The paper".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.2.2
cat > try.mjs <<'JS'
import { CSLExporter, parse } from 'biblatex-csl-converter'
const parsed = parse(`
@report{a, title = {Referrals}, institution = {National Crime Agency}, type = {Annual report}, number = {7}, date = {2018-09-03}}
@online{b, title = {Reports}, organization = {NSPCC}, date = {2018-22}}
@article{c, title = {Arrests}, journaltitle = {The Paper}, date = {2018-09-03}}
`)
for (const item of Object.values(new CSLExporter(parsed.entries).parse())) console.log(JSON.stringify(item))
console.log(parsed.errors.length, 'errors', parsed.warnings.length, 'warnings')
JS
cat > "$work/expected" <<'TXT'
{"issued":{"date-parts":[[2018,9,3]]},"title":"Referrals","collection-number":"7","type":"report","id":"1"}
{"issued":{"date-parts":[[2018,22]]},"title":"Reports","type":"webpage","id":"2"}
{"issued":{"date-parts":[[2018,9,3]]},"title":"Arrests","container-title":"The paper","type":"article","id":"3"}
0 errors 0 warnings
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
