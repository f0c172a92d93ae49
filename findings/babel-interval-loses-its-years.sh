#!/usr/bin/env bash
# Babel 2.19.0 (PyPI).
# Guess: format_interval names the years where they differ, as it does with 'yMMM', and parse_decimal refuses a
# group of two digits, as it refuses '44%'.
# Seen: with 'MMMd' 1 April 2019 to 7 April 2020 is '1 – 7 Apr', a week in place of a year. '1,64' is 164,
# and '−158' with the sign of Unicode is refused. In format_timedelta ten days are '1 week' and
# 500 days '1 year'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
cat > "$work/try.py" <<'PY'
import datetime
from babel import dates, numbers
first, last = datetime.date(2019, 4, 1), datetime.date(2020, 4, 7)
for form in ["yMMMd", "yMMM", "MMMd"]:
    print(form, "|", dates.format_interval(first, last, form, locale="en_GB"))
for text in ["1,644", "1,64", "−158", "44%"]:
    try:
        print(text, "|", numbers.parse_decimal(text, locale="en_GB"))
    except numbers.NumberFormatError as error:
        print(text, "|", type(error).__name__)
for days in [10, 13, 500]:
    print(days, "|", dates.format_timedelta(datetime.timedelta(days=days), locale="en_GB"))
PY
cat > "$work/expected" <<'TXT'
yMMMd | 1 Apr 2019 – 7 Apr 2020
yMMM | Apr 2019 – Apr 2020
MMMd | 1 – 7 Apr
1,644 | 1644
1,64 | 164
−158 | NumberFormatError
44% | NumberFormatError
10 | 1 week
13 | 2 weeks
500 | 1 year
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
