#!/usr/bin/env bash
# bibutils 7.2 (Debian 12: bibutils 7.2-2), by which reference lists go from one format to another.
# Guess: of a source in BibLaTeX its date, the day of access and the institution reach BibTeX and RIS; of RIS a financial
# year in PY stays or is cut, and the name of an agency without a comma stays one.
# Seen: `date`, `urldate` and the institution of a `report` are left out without a word, so that the entry has no date at
# all, and a report is an article; of an older entry with `year` the urldate is lost and the institution becomes the
# publisher, which BibTeX does not print of a report. PY 2018/19 becomes month 19, the National Counting Agency a person
# named Agency, and the day of access of RIS is said to be unused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > a.bib <<'BIB'
@report{new, author = {Smith, Jo}, title = {Boxes}, type = {report}, institution = {Office of Boxes}, date = {2018-09-03}, urldate = {2026-11-28}, url = {https://example.org/new}}
@techreport{old, author = {Smith, Jo}, title = {Boxes}, institution = {Office of Boxes}, year = 2018, month = sep, urldate = {2026-11-28}, url = {https://example.org/old}}
BIB
printf 'TY  - RPRT\nAU  - National Counting Agency\nTI  - Boxes\nPY  - 2018/19\nY2  - 2026/11/28/\nER  - \n' > b.ris
bib2xml a.bib 2> /dev/null > a.xml
ris2xml b.ris 2> log > b.xml
{ xml2bib a.xml; xml2ris a.xml; xml2bib b.xml; } 2> /dev/null | tr -d '\r' | sed 's/^\xef\xbb\xbf//' | grep -v '^$' > seen
grep -o "'DATE.*" log >> seen
cat > expected <<'TXT'
@Article{new,
author="Smith, Jo",
title="Boxes",
url="https://example.org/new"
}
@TechReport{old,
author="Smith, Jo",
title="Boxes",
year="2018",
month="Sep",
publisher="Office of Boxes",
url="https://example.org/old"
}
TY  - JOUR
AU  - Smith, Jo
TI  - Boxes
UR  - https://example.org/new
ID  - new
ER  - 
TY  - RPRT
AU  - Smith, Jo
PY  - 2018
DA  - 2018/09/
TI  - Boxes
PB  - Office of Boxes
UR  - https://example.org/old
ID  - old
ER  - 
@TechReport{Agency2018,
author="Agency, National Counting",
title="Boxes",
year="2018",
month="19"
}
'DATE:MONTH', '2026/11/28/', 0
TXT
diff expected seen
