#!/usr/bin/env bash
# biber (Debian 12): biber 2.18-1.
# Guess: `biber --tool --output-format=biblatexml FILE -O OUT` writes OUT, with a schema beside it, and
# an approximate month as EDTF has it, 2018-09~.
# Seen: the schema goes to FILE with .rng in place of .bib at its end; where FILE ends in anything else,
# such as .bibtex, the schema is written over FILE itself, and the bibliography is gone. The month is
# written as 2018~-09.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
printf '@report{a, title = {A review}, institution = {Office}, date = {2018-09~}}\n' | tee refs.bib > refs.bibtex
for file in refs.bib refs.bibtex; do
  biber --tool --quiet --nolog --output-format=biblatexml "$file" -O out.xml
  grep --count '@report' "$file" || true
  grep '<bltx:date>' out.xml | tr -d ' '
done > seen
cat > expected <<'TXT'
1
<bltx:date>2018~-09</bltx:date>
0
<bltx:date>2018~-09</bltx:date>
TXT
diff expected seen
