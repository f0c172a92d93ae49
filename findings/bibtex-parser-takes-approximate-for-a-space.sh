#!/usr/bin/env bash
# @retorquere/bibtex-parser 9.0.29 (npm), the reader of Better BibTeX for Zotero.
# Guess: the EDTF date 2018-09~, which BibLaTeX documents, keeps its sign of approximation, as 2018? keeps
# its.
# Seen: the tilde is TeX's space and is trimmed away: 2018-09, a sure month. An institution with "and" in its
# name, not in braces of its own, becomes two.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @retorquere/bibtex-parser@9.0.29
cat > try.mjs <<'JS'
import { parse } from '@retorquere/bibtex-parser'
const { entries } = parse(`
@report{a, title = {A}, date = {2018-09~}, institution = {Home Office}}
@report{b, title = {B}, date = {2018?}, institution = {Department for Education and Skills}}
@report{c, title = {C}, date = {2009-04/2010-03}, institution = {{Department for Education and Skills}}}
`)
for (const { key, fields } of entries) console.log(key, '|', fields.date, '|', JSON.stringify(fields.institution))
JS
cat > "$work/expected" <<'TXT'
a | 2018-09 | ["Home Office"]
b | 2018? | ["Department for Education","Skills"]
c | 2009-04/2010-03 | ["Department for Education and Skills"]
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
