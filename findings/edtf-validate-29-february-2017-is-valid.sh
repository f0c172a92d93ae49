#!/usr/bin/env bash
# edtf-validate 2.0.0 (PyPI).
# Guess: it refuses a day that the calendar does not have, as it refuses 30 February and 31 June.
# Seen: 29 February is valid in every year, 2017 and 1900 too; only as the end of an interval it is refused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check edtf-validate==2.0.0
cat > try.py <<'PY'
from edtf_validate.valid_edtf import is_valid
for text in ["2020-02-29", "2017-02-29", "1900-02-29", "2017-02-29~", "2017-02-28/2017-02-29", "2017-02-30", "2017-06-31", "2018-13"]:
    print(text, "|", is_valid(text))
PY
cat > expected <<'TXT'
2020-02-29 | True
2017-02-29 | True
1900-02-29 | True
2017-02-29~ | True
2017-02-28/2017-02-29 | False
2017-02-30 | False
2017-06-31 | False
2018-13 | False
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
