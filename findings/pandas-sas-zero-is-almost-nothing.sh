#!/usr/bin/env bash
# pandas 3.1.1 (PyPI), a SAS transport file (XPORT 5) written and, to compare, read by pyreadstat 1.3.7 (PyPI).
# Guess: read_sas gives the figures of the file: zero as 0, a missing one as such.
# Seen: each zero is 5.397605346934028e-79. It is printed as 0 beside other figures, but no row is equal to 0, each
# zero is above 0, and as text it is 5.397605346934028e-79. pyreadstat reads 0.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 pyreadstat==1.3.7
cat > try.py <<'PY'
import pandas, pyreadstat
pyreadstat.write_xport(pandas.DataFrame({"DEATHS": [0.0, 1.5, None, -3.0, 0.0]}), "t.xpt", table_name="T", file_format_version=5)
read = pandas.read_sas("t.xpt").DEATHS
print("pandas", read.tolist(), "| zero:", int((read == 0).sum()), "| above zero:", int((read > 0).sum()))
print(read.to_csv(index=False).split())
read = pyreadstat.read_xport("t.xpt")[0].DEATHS
print("pyreadstat", read.tolist(), "| zero:", int((read == 0).sum()), "| above zero:", int((read > 0).sum()))
PY
env/bin/python -W ignore try.py > seen
cat > expected <<'TXT'
pandas [5.397605346934028e-79, 1.5, nan, -3.0, 5.397605346934028e-79] | zero: 0 | above zero: 3
['DEATHS', '5.397605346934028e-79', '1.5', '""', '-3.0', '5.397605346934028e-79']
pyreadstat [0.0, 1.5, nan, -3.0, 0.0] | zero: 2 | above zero: 1
TXT
diff expected seen
