#!/usr/bin/env bash
# bxc 1.3.0 with citeproc-py 0.11.1 and bibtexparser 1.4.4 (PyPI), BibTeX printed in a style of CSL that it brings along.
# Guess: an office in double braces is one author, also with "and" or a comma in its name, as BibTeX has it; words in LaTeX are
# printed as characters: \pounds as the sign, 5--10 with a dash.
# Seen: an office without "and" stays whole, one with it is two people: Housing, M. for, & Government, L.; "Parliament and
# Council" have a full stop each for a first name. \pounds{}642m and {\pounds}642m stay in LaTeX, 5--10 keeps two hyphens in
# a title and 1\textsuperscript{st} is 1\textsuperscriptst. Of a range of dates its first year is printed, as if that were all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check bxc==1.3.0 citeproc-py==0.11.1 bibtexparser==1.4.4
cat > boxes.bib <<'BIB'
@techreport{a, author = {{Office for National Statistics}}, title = {Boxes}, institution = {ONS}, year = {2018}}
@techreport{b, author = {{Ministry for Housing and Local Government}}, title = {Boxes}, institution = {MHCLG}, year = {2018}}
@techreport{c, author = {{Parliament and Council}}, title = {Boxes}, institution = {EU}, year = {2018}}
@techreport{d, author = {{Home Office}}, title = {{\pounds}642m for 5--10 boxes}, institution = {Home Office}, year = {2018}}
@techreport{e, author = {{Home Office}}, title = {\pounds{}642m on the 1\textsuperscript{st} day}, institution = {Home Office}, year = {2018}}
@techreport{f, author = {{Home Office}}, title = {Boxes}, institution = {Home Office}, date = {2018-04/2020-03}}
BIB
env/bin/bxc --offline format boxes.bib --style apa --output plain > seen 2> /dev/null
cat > expected <<'TXT'
Office for National Statistics. (2018). Boxes. ONS.
Housing, M. for ., & Government, L. (2018). Boxes. MHCLG.
Parliament, ., & Council, . (2018). Boxes. EU.
Home Office. (2018). \pounds642m for 5--10 boxes. Home Office.
Home Office. (2018). \pounds642m on the 1\textsuperscriptst day. Home Office.
Home Office. (2018). Boxes. Home Office.
TXT
diff expected seen
