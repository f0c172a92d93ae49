#!/usr/bin/env bash
# parsedatetime 2.6 (PyPI).
# Guess: a lone year, a quarter and a financial year are the first day of their year or nothing.
# Seen: "2017" is 20:17 today, "Q2 2017" and "spring 2018" are hours of today too, "2009/10" is 20:09. "March
# 2020" is right; "Mar 20" is the 20th of March of this year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check parsedatetime==2.6
cat > "$work/try.py" <<'PY'
from datetime import datetime
import parsedatetime
calendar = parsedatetime.Calendar()
now = datetime(2026, 1, 15, 9, 0)
for text in ["March 2020", "30 June 2021", "2017", "Q2 2017", "spring 2018", "2009/10", "Mar 20"]:
    print(text, "|", calendar.parseDT(text, now)[0].isoformat(" "))
PY
cat > "$work/expected" <<'TXT'
March 2020 | 2020-03-01 09:00:00
30 June 2021 | 2021-06-30 09:00:00
2017 | 2026-01-15 20:17:00
Q2 2017 | 2026-01-15 20:17:00
spring 2018 | 2026-01-15 20:18:00
2009/10 | 2026-01-15 20:09:00
Mar 20 | 2026-03-20 09:00:00
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
