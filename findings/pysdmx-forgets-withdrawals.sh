#!/usr/bin/env bash
# pysdmx 1.21.0 (PyPI, extra `data`).
# Guess: an SDMX-CSV 2.0 file whose column ACTION has rows to add (I) and rows to withdraw (D) gives both, as two
# data sets or with the action of each row; likewise appended (A) and replaced (R) rows.
# Seen: the rows to withdraw are left out without a word, and what is left is one data set with the action
# Information: a withdrawn figure stays in use. Only a file of nothing but D gives them. Two other actions in one
# file are refused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check 'pysdmx[data]==1.21.0'
cat > try.py <<'PY'
from pysdmx.io import read_sdmx
head = 'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n'
for actions in ('III', 'IID', 'DDD', 'IRR'):
    rows = [f'dataflow,OFFICE:VISITS(1.0),{action},A,UK,{2018 + i},{10 + i},A\n' for i, action in enumerate(actions)]
    with open('visits.csv', 'w') as file:
        file.write(head + ''.join(rows))
    try:
        print(actions, [(str(part.action), part.data['TIME_PERIOD'].tolist()) for part in read_sdmx('visits.csv').data])
    except Exception as error:
        print(actions, type(error).__name__)
PY
cat > expected <<'TXT'
III [('Information', ['2018', '2019', '2020'])]
IID [('Information', ['2018', '2019'])]
DDD [('Delete', ['2018', '2019', '2020'])]
IRR Invalid
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
