#!/usr/bin/env bash
# vtlengine 1.9.6 (PyPI), which runs the Validation and Transformation Language of SDMX.
# Guess: timeshift by one week leads from week 52 of 2020 to its week 53, and keeps different weeks apart.
# Seen: years are taken to have 52 weeks. Week 52 becomes the first of 2021, and week 53 of 2020 and week 1 of
# 2021 both become week 2: two rows have one key.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check vtlengine==1.9.6
cat > try.py <<'PY'
import pandas as pd
from vtlengine import run
parts = [{"name": "T", "type": "Time_Period", "role": "Identifier", "nullable": False},
         {"name": "V", "type": "Integer", "role": "Measure", "nullable": True}]
rows = pd.DataFrame({"T": ["2020-W52", "2020-W53", "2021-W01"], "V": [1, 2, 3]})
found = run(script="R <- timeshift(D, 1);", datapoints={"D": rows},
            data_structures={"datasets": [{"name": "D", "DataStructure": parts}]})
for week, value in found["R"].data[["T", "V"]].itertuples(index=False):
    print(week, value)
PY
cat > expected <<'TXT'
2021W1 1
2021W2 2
2021W2 3
TXT
env/bin/python try.py > seen 2> /dev/null
diff expected seen
