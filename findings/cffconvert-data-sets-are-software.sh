#!/usr/bin/env bash
# cffconvert 2.0.0 (PyPI), which makes references of CITATION.cff.
# Guess: a file of `type: dataset` becomes a data set in schema.org and RIS, an agency given by `name` an organisation, and
# its BibTeX is such as TeX can set, with its version.
# Seen: it is SoftwareSourceCode in schema.org and GEN in RIS, the agency a Person; &, _ and # of title, address and DOI
# stand in BibTeX as they are, where TeX stops at them, and the version is in APA and schema.org alone.
# `preferred-citation`, by which the authors ask to be cited, is passed over.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check cffconvert==2.0.0
cat > CITATION.cff <<'CFF'
cff-version: 1.2.0
message: Cite the report.
type: dataset
title: "Boxes & crates, table #1"
version: "1.10"
date-released: 2018-09-03
url: https://example.org/boxes
doi: 10.5555/boxes_1
authors:
  - name: National Counting Agency
preferred-citation:
  type: report
  title: The report on boxes
  authors:
    - name: Office of Boxes
  year: 2019
CFF
v/bin/cffconvert --validate > seen 2> /dev/null
for kind in bibtex ris apalike schema.org; do v/bin/cffconvert -f $kind; echo; done 2> /dev/null | grep -v '^$' >> seen
cat > expected <<'TXT'
Citation metadata are valid according to schema version 1.2.0.
@misc{YourReferenceHere,
author = {National Counting Agency},
doi = {10.5555/boxes_1},
month = {9},
title = {Boxes & crates, table #1},
url = {https://example.org/boxes},
year = {2018}
}
TY  - GEN
AU  - National Counting Agency
DA  - 2018-09-03
DO  - 10.5555/boxes_1
PY  - 2018
TI  - Boxes & crates, table #1
UR  - https://example.org/boxes
ER
National Counting Agency (2018). Boxes & crates, table #1 (version 1.10). DOI: 10.5555/boxes_1 URL: https://example.org/boxes
{
  "@context": "https://schema.org",
  "@type": "SoftwareSourceCode",
  "author": [
    {
      "@type": "Person",
      "name": "National Counting Agency"
    }
  ],
  "datePublished": "2018-09-03",
  "identifier": "https://doi.org/10.5555/boxes_1",
  "name": "Boxes & crates, table #1",
  "url": "https://example.org/boxes",
  "version": "1.10"
}
TXT
diff expected seen
