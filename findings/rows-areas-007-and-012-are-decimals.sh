#!/usr/bin/env bash
# rows 0.4.1 (PyPI), which finds the types of the columns of a table.
# Guess: codes with leading zeros are text, as it takes no such cell for a whole number; prices and versions such as 1.10 keep their
# digits, as percentages do.
# Seen: what is no whole number for its zeros is a number with a fraction: the areas 007 and 012 are 7.0 and 12.0, and written to CSV as such;
# 1.10 is 1.1. One cell `..`, or 1,644, makes the whole column text, whereas -, n/a and None are gaps.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check rows==0.4.1
cat > try.py <<'PY'
import io, rows
for cells in (["007", "012"], ["1.10", "2.00"], ["44.5%", "12%"], ["550", "n/a"], ["550", "-"], ["550", ".."], ["550", "1,644"]):
    table = rows.import_from_csv(io.BytesIO(("area,v\n" + "".join(f'x,"{cell}"\n' for cell in cells)).encode()))
    out = io.BytesIO()
    rows.export_to_csv(table, out)
    print(*cells, "|", table.fields["v"].__name__, "|", *(row.v for row in table), "|", *(line.split(",", 1)[1] for line in out.getvalue().decode().splitlines()[1:]))
PY
v/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
007 012 | FloatField | 7.0 12.0 | 7.0 12.0
1.10 2.00 | FloatField | 1.1 2.0 | 1.1 2.0
44.5% 12% | PercentField | 0.445 0.12 | 44.5% 12%
550 n/a | IntegerField | 550 None | 550 
550 - | IntegerField | 550 None | 550 
550 .. | TextField | 550 .. | 550 ..
550 1,644 | TextField | 550 1,644 | 550 "1,644"
TXT
diff expected seen
