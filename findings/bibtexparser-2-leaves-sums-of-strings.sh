#!/usr/bin/env bash
# bibtexparser 2.0.0b9 (PyPI), the rewrite of a common BibTeX reader.
# Guess: with @string, a field `nca # " and partners"` becomes the text that BibTeX and version 1 make of it.
# Seen: the sum stays as it was typed, with number sign and quotation marks, as the value of the field; a lone
# `nca` is resolved, months in a sum are not, and nothing counts as failed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bibtexparser==2.0.0b9
cat > "$work/try.py" <<'PY'
import bibtexparser
library = bibtexparser.parse_string('''
@string{nca = "National Crime Agency"}
@techreport{a, institution = nca, title = {A}, year = 2018}
@techreport{b, institution = nca # " and partners", month = sep # "~3", title = {B}, year = 2018}
''')
for entry in library.entries:
    print(entry.key, "|", {key: field.value for key, field in entry.fields_dict.items()})
print(len(library.failed_blocks), "failed")
PY
cat > "$work/expected" <<'TXT'
a | {'institution': 'National Crime Agency', 'title': 'A', 'year': '2018'}
b | {'institution': 'nca # " and partners"', 'month': 'sep # "~3"', 'title': 'B', 'year': '2018'}
0 failed
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
