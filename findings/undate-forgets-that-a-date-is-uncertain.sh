#!/usr/bin/env bash
# undate 0.8.0 (PyPI), dates with uncertainty for the humanities, which reads EDTF.
# Guess: the approximate month 2018-09~ and the uncertain year 2018? stay so when they are read and written
# again as EDTF.
# Seen: both marks are taken and gone: 2018-09 and 2018, as if they were sure. A season (2018-21) is refused
# with an error, so it cannot be mistaken.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check undate==0.8.0
cat > "$work/try.py" <<'PY'
from undate import Undate
for text in ["2018-09~", "2018~", "2018?", "2018-09", "201X", "2018-21"]:
    try:
        date = Undate.parse(text, "EDTF")
        print(text, "|", date.format("EDTF"), date.earliest, date.latest)
    except Exception as error:
        print(text, "|", type(error).__name__)
PY
cat > "$work/expected" <<'TXT'
2018-09~ | 2018-09 2018-09-01 2018-09-30
2018~ | 2018 2018-01-01 2018-12-31
2018? | 2018 2018-01-01 2018-12-31
2018-09 | 2018-09 2018-09-01 2018-09-30
201X | 201X 2010-01-01 2019-12-31
2018-21 | VisitError
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
