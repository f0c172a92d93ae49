#!/usr/bin/env bash
# pybtex 0.26.1 (PyPI).
# Guess: a bibliography that is read and written again says the same: an address stays an address, and written
# twice it does not change any more.
# Seen: _, & and % get a backslash in addresses and DOIs, in mathematics ($x\_1$), and where they have one
# already: R\&D becomes R\\&D, in TeX the end of a line, and the next time R\\\&D. The EDTF date 2018-09~
# becomes 2018-09\textasciitilde.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pybtex==0.26.1
cat > try.py <<'PY'
from pybtex.database import parse_string
text = r"""@techreport{a,
    author = "{R\&D Office}",
    title = "Recorded crime: 5\% more",
    url = "https://example.org/a_b?c=1&d=~e",
    doi = "10.1000/a_b",
    note = "$x_1$",
    date = "2018-09~"
}"""
for _ in range(2):
    text = parse_string(text, "bibtex").to_string("bibtex")
    print(text.strip())
PY
cat > expected <<'TXT'
@techreport{a,
    author = "{R\\&D Office}",
    title = "Recorded crime: 5\\% more",
    url = "https://example.org/a\_b?c=1\&d=\textasciitilde e",
    doi = "10.1000/a\_b",
    note = "$x\_1$",
    date = "2018-09\textasciitilde"
}
@techreport{a,
    author = "{R\\\&D Office}",
    title = "Recorded crime: 5\\\% more",
    url = "https://example.org/a\\_b?c=1\\&d=\textasciitilde e",
    doi = "10.1000/a\\_b",
    note = "$x\\_1$",
    date = "2018-09\textasciitilde"
}
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
