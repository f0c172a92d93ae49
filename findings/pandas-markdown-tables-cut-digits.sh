#!/usr/bin/env bash
# pandas 2.3.3 with tabulate 0.10.0 (PyPI), DataFrame.to_markdown(), by which tables come into reports and notebooks.
# Guess: figures are printed with the digits that pandas shows or has, texts as they are; a bar in a cell is escaped,
# since it ends the cell otherwise.
# Seen: of a column with decimals six digits are left: 12345678.9 is 1.23457e+07 and 123456.78 is 123457. The text 1.10,
# the number of a table, is 1.1, and the offence code 12E5 is 1.2e+06; 007 stays. "a|b" is two cells, so that the figure
# behind it stands in another column. floatfmt="" and disable_numparse=True keep digits and texts.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pandas==2.3.3 tabulate==0.10.0
cat > try.py <<'PY'
import pandas
table = pandas.DataFrame({"area": ["007", "012"], "table": ["1.10", "2.25"], "offence": ["12E5", "5"], "boxes": [12345678.9, 5.0], "lost": [123456.78, 5.0], "by": ["a|b", "c"], "sum": [7, 8]})
print(table.to_markdown(index=False))
print(table.to_markdown(index=False, floatfmt="", disable_numparse=True))
PY
cat > expected <<'TXT'
|   area |   table |   offence |       boxes |   lost | by   |   sum |
|-------:|--------:|----------:|------------:|-------:|:-----|------:|
|    007 |    1.1  |   1.2e+06 | 1.23457e+07 | 123457 | a|b  |     7 |
|    012 |    2.25 |   5       | 5           |      5 | c    |     8 |
| area   | table   | offence   | boxes      | lost      | by   | sum   |
|:-------|:--------|:----------|:-----------|:----------|:-----|:------|
| 007    | 1.10    | 12E5      | 12345678.9 | 123456.78 | a|b  | 7     |
| 012    | 2.25    | 5         | 5.0        | 5.0       | c    | 8     |
TXT
v/bin/python try.py > seen
diff expected seen
