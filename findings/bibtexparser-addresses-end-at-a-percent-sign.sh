#!/usr/bin/env bash
# bibtexparser 2.1.0 with pylatexenc 2.11 (PyPI), a bibliography whose LaTeX is made plain text (LatexDecodingMiddleware).
# Guess: addresses stay as they are, and so does the EDTF date 2018-09~, since neither is LaTeX in BibLaTeX; writing LaTeX
# (LatexEncodingMiddleware) leaves text that is LaTeX already as it is.
# Seen: a percent sign begins a comment: of https://example.org/a%20b/2018.csv the address https://example.org/a is left, of
# "5% up" the 5. The date has a space that does not break for its tilde. Writing puts braces and backslashes before those
# that are there: \& is {\textbackslash}\&, the institution in braces is printed with them, and the date is
# 2018-09{\textasciitilde}.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bibtexparser==2.1.0 pylatexenc==2.11
cat > "$work/try.py" <<'PY'
import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware, LatexEncodingMiddleware
text = r"""@report{a, author = {{National Counting Agency}}, title = {Boxes \& crates}, date = {2018-09~},
  url = {https://example.org/a%20b/2018.csv}, doi = {10.5555/a%3C5}, note = {5% up, 6\% down}}"""
for name, more in [("as it is", []), ("decoded", [LatexDecodingMiddleware()]), ("encoded", [LatexEncodingMiddleware()])]:
    for field in bibtexparser.parse_string(text, append_middleware=more).entries[0].fields:
        print(name, "|", field.key, "|", field.value.replace("\xa0", "<nbsp>"))
PY
cat > "$work/expected" <<'TXT'
as it is | author | {National Counting Agency}
as it is | title | Boxes \& crates
as it is | date | 2018-09~
as it is | url | https://example.org/a%20b/2018.csv
as it is | doi | 10.5555/a%3C5
as it is | note | 5% up, 6\% down
decoded | author | National Counting Agency
decoded | title | Boxes & crates
decoded | date | 2018-09<nbsp>
decoded | url | https://example.org/a
decoded | doi | 10.5555/a
decoded | note | 5
encoded | author | \{National Counting Agency\}
encoded | title | Boxes {\textbackslash}\& crates
encoded | date | 2018-09{\textasciitilde}
encoded | url | \url{https://example.org/a%20b/2018.csv}
encoded | doi | 10.5555/a\%3C5
encoded | note | 5\% up, 6{\textbackslash}\% down
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
