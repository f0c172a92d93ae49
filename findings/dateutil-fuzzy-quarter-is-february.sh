#!/usr/bin/env bash
# python-dateutil 2.9.0.post0 (PyPI).
# Guess: parse(fuzzy=True) skips words that it does not know and raises ParserError where what is left is no
# whole date, as it does for '2018/19'.
# Seen: Q2 2017 is February 2017, '12 months to June 2022' is 12 June 2022, '1 to 7 January 2020' is
# 7 January 2001 at 20:20, 'week 5 of 2019' is a day in May 2019, and 'ages 10 to 17' in a title
# is 17 October of this year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
cat > "$work/try.py" <<'PY'
import datetime
from dateutil.parser import ParserError, parse
today = datetime.datetime(2026, 11, 28)
for text in ["2018/19", "Q2 2017", "12 months to June 2022", "1 to 7 January 2020", "week 5 of 2019", "ages 10 to 17"]:
    try:
        print(text, "|", parse(text, fuzzy=True, default=today))
    except ParserError:
        print(text, "| ParserError")
PY
cat > "$work/expected" <<'TXT'
2018/19 | ParserError
Q2 2017 | 2017-02-28 00:00:00
12 months to June 2022 | 2022-06-12 00:00:00
1 to 7 January 2020 | 2001-01-07 20:20:00
week 5 of 2019 | 2019-05-28 00:00:00
ages 10 to 17 | 2026-10-17 00:00:00
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
