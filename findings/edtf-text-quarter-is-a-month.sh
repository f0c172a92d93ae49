#!/usr/bin/env bash
# edtf 5.0.2 (PyPI).
# Guess: text_to_edtf knows a quarter and a year that ends in a month as such (EDTF has 2017-34 for a
# second quarter), or gives None as it does for '2018/19'.
# Seen: 'Q2 2017' becomes 2017-02, the month of February, 'year ending June 2022' the month 2022-06,
# 'week ending 10 January 2020' one day, and 'early 2018' the whole year without a sign of
# approximation. '1998 to 2003' and 'between 2010 and 2012' are None, though EDTF has intervals.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
cat > "$work/try.py" <<'PY'
from edtf import text_to_edtf
for text in ["Q2 2017", "year ending June 2022", "week ending 10 January 2020", "early 2018", "2018/19", "1998 to 2003", "between 2010 and 2012"]:
    print(text, "|", text_to_edtf(text))
PY
cat > "$work/expected" <<'TXT'
Q2 2017 | 2017-02
year ending June 2022 | 2022-06
week ending 10 January 2020 | 2020-01-10
early 2018 | 2018
2018/19 | None
1998 to 2003 | None
between 2010 and 2012 | None
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
