#!/usr/bin/env bash
# commonmeta-py 0.312 (PyPI), which turns descriptions of sources from one format into another.
# Guess: of CSL-JSON a report of an agency on a month, read on a day, keeps the agency as such, its month and the day of
# access in BibTeX, and both in RIS; an approximate year stays so.
# Seen: urldate, the day of access, is the month of publication. The author {"literal": "National Counting Agency"} is a
# person, Counting Agency, and "National" is gone. RIS has the year alone, and of a newspaper the type of a report.
# `circa` and the end of a period are lost.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check commonmeta-py==0.312
cat > try.py <<'PY'
import json
from commonmeta import Metadata
for source in [
    {"id": "https://example.org/a", "type": "report", "title": "Boxes", "author": [{"literal": "National Counting Agency"}], "issued": {"date-parts": [[2018, 9]]}, "accessed": {"date-parts": [[2026, 11, 28]]}, "URL": "https://example.org/a"},
    {"id": "https://example.org/b", "type": "article-newspaper", "title": "Boxes", "container-title": "The Paper", "issued": {"date-parts": [[2018, 9, 3]]}, "URL": "https://example.org/b"},
    {"id": "https://example.org/c", "type": "dataset", "title": "Boxes", "issued": {"date-parts": [[2018, 4], [2019, 3]], "circa": True}, "URL": "https://example.org/c"},
]:
    with open("source.json", "w") as file:
        json.dump(source, file)
    for kind in ("bibtex", "ris", "csl"):
        text = Metadata("source.json", via="csl").write(to=kind)
        text = text.decode() if isinstance(text, bytes) else text
        print(kind, "|", " ".join(text.split()))
PY
cat > expected <<'TXT'
bibtex | @techreport{https://example.org/a, author = {Agency, Counting}, month = sep, title = {Boxes}, url = {https://example.org/a}, urldate = {2018-09}, year = {2018} }
ris | TY - RPRT T1 - Boxes AU - Agency, Counting UR - https://example.org/a PY - 2018 ER -
csl | {"type":"report","id":"https://example.org/a","URL":"https://example.org/a","categories":[],"author":[{"family":"Agency","given":"Counting"}],"issued":{"date-parts":[[2018,9]]},"title":"Boxes"}
bibtex | @article{https://example.org/b, month = sep, title = {Boxes}, url = {https://example.org/b}, urldate = {2018-09-03}, year = {2018} }
ris | TY - RPRT T1 - Boxes T2 - The Paper UR - https://example.org/b PY - 2018 ER -
csl | {"type":"article","id":"https://example.org/b","URL":"https://example.org/b","categories":[],"issued":{"date-parts":[[2018,9,3]]},"container-title":"The Paper","title":"Boxes"}
bibtex | @misc{https://example.org/c, month = apr, title = {Boxes}, url = {https://example.org/c}, urldate = {2018-04}, year = {2018} }
ris | TY - DATA T1 - Boxes UR - https://example.org/c PY - 2018 ER -
csl | {"type":"dataset","id":"https://example.org/c","URL":"https://example.org/c","categories":[],"issued":{"date-parts":[[2018,4]]},"title":"Boxes"}
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
