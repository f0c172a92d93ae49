#!/usr/bin/env bash
# pybtexris 0.2.0 with pybtex 0.26.1 (PyPI), which reads RIS into BibTeX.
# Guess: the day of RIS, 2018/09/03/, becomes the year 2018 and a month, as RIS says; of two addresses the first
# is kept or both are apart; an abstract over several lines stays whole.
# Seen: year = "2018/09/03/" and a key of the same words; two addresses are one, with a comma between them; of the
# abstract only the first line is there. A newspaper article is a @misc.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pybtexris==0.2.0 pybtex==0.26.1
cat > try.py <<'PY'
from pybtex.database import parse_string
print(parse_string("""TY  - NEWS
TI  - A paper
AU  - Doe, Jane
PY  - 2018/09/03/
UR  - https://example.org/a
UR  - https://example.org/b
AB  - First line
second line
ER  - 
""", "ris").to_string("bibtex").strip())
PY
cat > expected <<'TXT'
@misc{Doe2018/09/03/,
    author = "Doe, Jane",
    type = "Newspaper Article",
    title = "A paper",
    url = "https://example.org/a, https://example.org/b",
    year = "2018/09/03/",
    abstract = "First line"
}
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
