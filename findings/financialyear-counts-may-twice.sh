#!/usr/bin/env bash
# financialyear 1.3 (PyPI), financial years from April to March.
# Guess: month_list() of 2018-19 has the twelve months from 04-2018 to 03-2019, as its manual says, and a year that begins in
# another month, which the class takes, has its own.
# Seen: it steps thirty days at a time: May is there twice, thirteen months in all, so that a sum over the list counts May
# double. With July as the first month month_start_date() knows that June is in 2019, and the list still begins in April.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check financialyear==1.3
cat > "$work/try.py" <<'PY'
from financialyear import Finyear, date_to_finyear
print(*Finyear("2018-19").month_list())
print(*Finyear("2019-20").month_list())
july = Finyear("2018-19", month_start_date=7)
print("from July |", july.month_start_date(7), july.month_start_date(6), "|", *july.month_list())
print("2019-03-31 |", date_to_finyear("2019-03-31"))
PY
cat > "$work/expected" <<'TXT'
04-2018 05-2018 05-2018 06-2018 07-2018 08-2018 09-2018 10-2018 11-2018 12-2018 01-2019 02-2019 03-2019
04-2019 05-2019 05-2019 06-2019 07-2019 08-2019 09-2019 10-2019 11-2019 12-2019 01-2020 02-2020 03-2020
from July | 2018-07-01 2019-06-01 | 04-2018 05-2018 05-2018 06-2018 07-2018 08-2018 09-2018 10-2018 11-2018 12-2018 01-2019 02-2019 03-2019
2019-03-31 | 2018-19
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
