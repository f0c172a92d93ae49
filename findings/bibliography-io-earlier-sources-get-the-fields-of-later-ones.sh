#!/usr/bin/env bash
# bibliography-io 0.1.0 (PyPI), which loads and writes lists of sources as BibTeX, RIS, CSV and Markdown.
# To be expected: three sources of a BibTeX file have the fields that stand in each; written as RIS and read again the day of access, the
# edition and the address of a report are apart; a pair of braces in a title comes through.
# Seen: each source is read on to the end of the file, so that all three have the last author, title and year: the report of
# 2018 is by Lee, "Prices", 2020, beside its own number 7, and has the pages of the article. In a file of one source all is right. Written as RIS the day of access is a second address (UR), the edition an editor (ED) and
# the report of no kind (GEN). Written as BibTeX {Wales} is {Wales\}, so that the braces no longer close. Nothing is said.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check bibliography-io==0.1.0
cat > try.py <<'PY'
import bibliography_io as bibliography
first = """@techreport{births,
  author = {Hill, A.},
  title = {Births},
  year = {2018},
  number = {7},
}
"""
rest = """
@techreport{deaths,
  author = {Moss, B.},
  title = {Deaths},
  year = {2019},
}

@article{prices,
  author = {Lee, C.},
  title = {Prices},
  year = {2020},
  pages = {5--9},
}
"""
say = lambda record: ", ".join(f"{key} {value}" for key, value in record.items() if key not in ("ID", "ENTRYTYPE"))
for name, text in (("one", first), ("three", first + rest)):
    for key, record in bibliography.loads(text, format="bib").items():
        print(name, "|", key, "|", say(record))
one = bibliography.loads("""@techreport{births,
  title = {Births in {Wales}},
  year = {2018},
  edition = {2},
  url = {https://stats.example/births},
  urldate = {2019-05-03},
}
""", format="bib")
print(bibliography.dumps(one, format="ris").strip())
print(bibliography.dumps(one, format="bib").splitlines()[1].strip())
PY
cat > expected <<'TXT'
one | births | author Hill, A., title Births, year 2018, number 7
three | births | author Lee, C., title Prices, year 2020, number 7, pages 5--9
three | deaths | author Lee, C., title Prices, year 2020, pages 5--9
three | prices | author Lee, C., title Prices, year 2020, pages 5--9
TY  - GEN
T1  - Births in {Wales}
DA  - 2018
ED  - 2
UR  - https://stats.example/births
UR  - 2019-05-03
ID  - births
ER  -
title = {Births in {Wales\}},
TXT
venv/bin/python -W ignore try.py > seen
cat seen
diff expected seen
