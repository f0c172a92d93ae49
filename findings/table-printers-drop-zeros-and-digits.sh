#!/usr/bin/env bash
# texttable 1.7.2 and pytablewriter 1.2.1 (PyPI), which print tables as text, Markdown or CSV.
# Guess: cells that are text are printed as they are: codes of areas with their zeros, 1,644 with its comma.
# Seen: texttable makes 7 of the code 007, 1.235e+08 of 123456789, 0.000 of 0.00044, 100000 of 1e5;
# set_cols_dtype(["t", ...]) keeps the text. pytablewriter makes 7 of 007 and 1644 of 1,644, also in CSV;
# register_trans_func and type_hints="str" are ways around. Financial years and percentages stay in both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check texttable==1.7.2 pytablewriter==1.2.1
cat > try.py <<'PY'
import pytablewriter, texttable
rows = [["007", "123456789", "0.00044", "1,644", "44%", "2018/19"], ["012", "1.50", "1e5", "2,100", "45.0%", "2019/20"]]
for kind in ["a", "t"]:
    table = texttable.Texttable(max_width=0)
    table.set_deco(0)
    table.set_cols_dtype([kind] * 6)
    table.add_rows(rows, header=False)
    print("texttable", kind, "|", table.draw().split())
for more in [{}, {"type_hints": ["str"] * 6}]:
    writer = pytablewriter.CsvTableWriter(headers=["code", "n", "rate", "count", "share", "year"], value_matrix=rows, **more)
    print("pytablewriter", *more, "|", *writer.dumps().splitlines()[1:])
PY
cat > expected <<'TXT'
texttable a | ['7', '1.235e+08', '0.000', '1,644', '44%', '2018/19', '12', '1.500', '100000', '2,100', '45.0%', '2019/20']
texttable t | ['007', '123456789', '0.00044', '1,644', '44%', '2018/19', '012', '1.50', '1e5', '2,100', '45.0%', '2019/20']
pytablewriter | 7,123456789,0.00044,1644,"44%","2018/19" 12,1.50,100000,2100,"45.0%","2019/20"
pytablewriter type_hints | "007","123456789","0.00044","1,644","44%","2018/19" "012","1.50","1e5","2,100","45.0%","2019/20"
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
