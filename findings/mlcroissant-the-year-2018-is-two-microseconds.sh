#!/usr/bin/env bash
# mlcroissant 1.1.1 with pandas 3.1.1 (PyPI), which checks Croissant, schema.org's description of tables of data, and reads the
# tables by it.
# Guess: a column of years described as sc:Date is read as their first days, or refused; the text NA, Namibia, stays a text, as
# "n/a" would be a matter of the description; a column described as text keeps what is written in it.
# Seen: 2018 is 2,018 nanoseconds after midnight of 1 January 1970, and 201809 alike, without a word; 03/09/2018 is 9 March. Of
# columns of text NA is missing, the codes 007 and 012 are 7 and 12, and where there is a gap 550 is 550.0. The check finds nothing to say of these columns.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check mlcroissant==1.1.1 pandas==3.1.1
cat > try.py <<'PY'
import hashlib, json, logging
logging.disable(logging.CRITICAL)
import mlcroissant

open("t.csv", "w").write("area,code,year,month,day,boxes,all\nEngland,007,2018,201809,2018-09-03,550,550\nNA,012,2019,201810,03/09/2018,,560\n")
terms = {name: "cr:" + name for name in ("citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format",
         "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated",
         "replace", "separator", "source", "subField", "transform")}
context = {"@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
           "rai": "http://mlcommons.org/croissant/RAI/", "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
           "data": {"@id": "cr:data", "@type": "@json"}, "examples": {"@id": "cr:examples", "@type": "@json"},
           "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, **terms}
def show(column, kind):
    json.dump({"@context": context, "@type": "sc:Dataset", "name": "boxes", "description": "Boxes", "url": "https://example.org",
        "conformsTo": "http://mlcommons.org/croissant/1.0", "license": "https://creativecommons.org/licenses/by/4.0/",
        "datePublished": "2018-09-03", "version": "1.0.0", "citeAs": "Boxes", "creator": {"@type": "Organization", "name": "Office"},
        "distribution": [{"@type": "cr:FileObject", "@id": "t.csv", "name": "t.csv", "contentUrl": "t.csv", "encodingFormat": "text/csv",
                          "sha256": hashlib.sha256(open("t.csv", "rb").read()).hexdigest()}],
        "recordSet": [{"@type": "cr:RecordSet", "@id": "r", "name": "r", "field": [{"@type": "cr:Field", "@id": "r/v", "name": "r/v",
            "dataType": kind, "source": {"fileObject": {"@id": "t.csv"}, "extract": {"column": column}}}]}]}, open("c.json", "w"))
    found = mlcroissant.Dataset("c.json")
    issues = found.metadata.ctx.issues
    cells = [row["r/v"] for row in found.records("r")]
    print(column, kind, "|", *(cell.decode() if isinstance(cell, bytes) else cell for cell in cells), "|", *issues.errors, *issues.warnings)

show("year", "sc:Date")
show("month", "sc:Date")
show("day", "sc:Date")
show("area", "sc:Text")
show("code", "sc:Text")
show("boxes", "sc:Text")
show("all", "sc:Text")
PY
v/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
year sc:Date | 1970-01-01 00:00:00.000002018 1970-01-01 00:00:00.000002019 |
month sc:Date | 1970-01-01 00:00:00.000201809 1970-01-01 00:00:00.000201810 |
day sc:Date | 2018-09-03 00:00:00 2018-03-09 00:00:00 |
area sc:Text | England None |
code sc:Text | 7 12 |
boxes sc:Text | 550.0 None |
all sc:Text | 550 560 |
TXT
diff expected seen
