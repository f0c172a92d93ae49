#!/usr/bin/env bash
# visidata 3.4 (PyPI), columns of a CSV file typed by its keys `$` (currency) and `@` (date), and written again.
# Guess: currency takes signs and commas away, keeps brackets and the true minus sign as a minus and percentages as what they
# are, and leaves what is no number as it is, as `%` (float) does; a year alone is its first day, or left as it is.
# Seen: whatever is no digit, point or hyphen is dropped: fewer than five (<5) is 5, "5 to 10" 510, (12) is 12, −158 is 158, 12.5m is
# 12.5, 1e5 is 15. Only 5-10 stays. A year alone is the day and month of today in it, 12.5m as a date today; the financial year
# 2009-10 is October, 2018-19 stays, 03/09/2018 is 9 March.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME=$work
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check visidata==3.4
printf '%s\n' boxes '"1,644"' '£12.5' '44.5%' '-158' '<5' '5 to 10' '(12)' '−158' '12.5m' '1e5' '5-10' > boxes.csv
printf '%s\n' days 2018-09-03 2018-09 2018 2009-10 2018-19 03/09/2018 12.5m > days.csv
type() { # TABLE COMMAND
  printf '{"sheet": "%s", "col": "%s", "row": "", "longname": "%s", "input": ""}\n' "$1" "$1" "$2" > "$1.vdj"
  v/bin/vd --batch --play "$1.vdj" "$1.csv" --output "$1-typed.csv" > log 2>&1
  paste -d '|' "$1.csv" <(tr -d '\r' < "$1-typed.csv")
}
{
  type boxes type-currency
  type days type-date | sed "s/|$(date +%F)/|TODAY/; s/-$(date +%m-%d)\$/-MONTH-AND-DAY-OF-TODAY/"
} > seen
cat > expected <<'TXT'
boxes|boxes
"1,644"|1644.00
£12.5|12.50
44.5%|44.50
-158|-158.00
<5|5.00
5 to 10|510.00
(12)|12.00
−158|158.00
12.5m|12.50
1e5|15.00
5-10|5-10
days|days
2018-09-03|2018-09-03
2018-09|2018-09-01
2018|2018-MONTH-AND-DAY-OF-TODAY
2009-10|2009-10-01
2018-19|2018-19
03/09/2018|2018-03-09
12.5m|TODAY
TXT
diff expected seen
