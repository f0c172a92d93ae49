#!/usr/bin/env bash
# csvw 4.1.1 (PyPI).
# Guess: a cell of the datatype gYear or gYearMonth that is none is refused, as 30 February is as a date,
# and a group character may stand in a column of the datatype 'number' as of 'decimal'.
# Seen: 2018/19 and 'about 2018' are valid as gYear, 2019-13 as gYearMonth. 'minimum' on gYear is an error.
# With groupChar 1,644 is 1644 as decimal and an error as number. 44% is 0.44 as decimal without a
# format, and an error as number.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvw==4.1.1
cat > "$work/try.py" <<'PY'
import json, os, pathlib, tempfile, csvw
os.chdir(tempfile.mkdtemp())
def said(datatype, cell):
    pathlib.Path("t.csv").write_text(f'x,y\n"{cell}",1\n')
    columns = [{"name": "x", "datatype": datatype}, {"name": "y"}]
    pathlib.Path("t.csv-metadata.json").write_text(json.dumps({"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": {"columns": columns}}))
    try:
        table = csvw.CSVW("t.csv-metadata.json")
        return [row["x"] for row in table.tables[0]] if table.is_valid else "not valid"
    except ValueError:
        return "ValueError"
group = {"groupChar": ","}
for datatype, cell in [("date", "2019-02-30"), ("gYear", "2018/19"), ("gYear", "about 2018"), ("gYearMonth", "2019-13"), ({"base": "gYear", "minimum": "2000"}, "2018"),
                       ({"base": "decimal", "format": group}, "1,644"), ({"base": "number", "format": group}, "1,644"), ("decimal", "44%"), ("number", "44%")]:
    print(datatype, cell, "|", said(datatype, cell))
PY
cat > "$work/expected" <<'TXT'
date 2019-02-30 | ValueError
gYear 2018/19 | ['2018/19']
gYear about 2018 | ['about 2018']
gYearMonth 2019-13 | ['2019-13']
{'base': 'gYear', 'minimum': '2000'} 2018 | ValueError
{'base': 'decimal', 'format': {'groupChar': ','}} 1,644 | [Decimal('1644')]
{'base': 'number', 'format': {'groupChar': ','}} 1,644 | ValueError
decimal 44% | [Decimal('0.44')]
number 44% | ValueError
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
