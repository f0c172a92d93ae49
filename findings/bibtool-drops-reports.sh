#!/usr/bin/env bash
# BibTool 2.68 (Debian 12: bibtool 2.68+ds-1), which sorts and tidies bibliographies.
# Guess: an entry of a kind that BibTeX does not have, @report or @online of BibLaTeX, stays as it is; of two titles in one
# entry both stay or the first one, as in BibTeX; an entry with the key of another one is told of.
# Seen: reports and web pages are left out of what is written, with a word on the terminal and the code of success. The
# second title takes the place of the first. Two entries of one key stay without a word. The kinds have to be named,
# new.entry.type{Report}.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > t.bib <<'BIB'
@report{a, author = {{National Counting Agency}}, title = {Boxes}, date = {2018-09}}
@online{b, title = {Crates}, date = {2018}}
@misc{c, title = {First}, title = {Second}, year = {2018}}
@misc{c, title = {Third}, year = {2019}}
BIB
{
  bibtool t.bib 2> log; echo "code $?, told of $(grep -ci 'unknown entry type' log) kinds, $(grep -ci 'duplicate key\|double key' log) keys"
  bibtool -- 'new.entry.type{Report}' -- 'new.entry.type{Online}' t.bib 2> /dev/null | grep -c '^@'
} > seen
cat > expected <<'TXT'

@Misc{		  c,
  title		= {Second},
  year		= {2018}
}

@Misc{		  c,
  title		= {Third},
  year		= {2019}
}
code 0, told of 2 kinds, 0 keys
4
TXT
diff expected seen
