#!/usr/bin/env bash
# larray 0.35.2 (PyPI).
# Guess: read_eurostat(), which is for the tables of Eurostat as TSV, knows their flags: "10 p" is a provisional
# 10 and ": c" a confidential cell without a figure.
# Seen: a flag stays in its cell, "10 p", and a gap is ": ", with or without a flag, so that the figures beside
# them are no numbers for numpy; only a table of nothing but figures is one of numbers. In read_csv the area codes
# 007 and 012 are 7 and 12.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check larray==0.35.2
cat > try.py <<'PY'
import pathlib, larray
file = pathlib.Path("t.tsv")
for rows in ["UK\t10 \t11 \t12 \n", "UK\t10 \t: \t12 \n", "UK\t10 p\t: c\t12 \n"]:
    file.write_text("geo\\time\t2017 \t2018 \t2019 \n" + rows)
    table = larray.read_eurostat(str(file))
    print(table.dtype, table.data.tolist())
file.write_text("geo\\time,2017,2018\n007,1,2\n012,3,4\n")
print(larray.read_csv(str(file)).axes[0].labels.tolist())
PY
cat > expected <<'TXT'
int64 [[10, 11, 12]]
object [[10, ': ', 12]]
object [['10 p', ': c', 12]]
[7, 12]
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
