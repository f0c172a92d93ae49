#!/usr/bin/env bash
# isoweek 1.3.3 (PyPI) and date-fns 4.4.0 (npm).
# Guess: week 53 of a year that has 52, 2021-W53 or 2019-W53, is refused, as Python's own date.fromisocalendar
# refuses it.
# Seen: both read it as the first week of the next year, in date-fns by parseISO and by parse with RRRR-'W'II,
# so that figures of one week stand in two years; isoweek reads 2019-W54 and 2019-W99 too, as weeks of 2020.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund date-fns@4.4.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check isoweek==1.3.3
cat > try.py <<'PY'
import datetime
from isoweek import Week
for text in ["2020-W53", "2021-W53", "2019-W53", "2019-W54", "2019-W99"]:
    try:
        own = datetime.date.fromisocalendar(int(text[:4]), int(text[6:]), 1)
    except ValueError:
        own = "refused"
    print(text, "| isoweek", Week.fromstring(text), Week.fromstring(text).monday(), "| Python", own)
PY
cat > try.mjs <<'JS'
import { format, isValid, parse, parseISO } from 'date-fns'
for (const text of ['2020-W53', '2021-W53', '2019-W53', '2019-W54']) {
  const dates = [parseISO(text), parse(text, "RRRR-'W'II", new Date(2000, 0, 1))]
  console.log(text, '| date-fns', ...dates.map(date => isValid(date) ? format(date, "RRRR-'W'II yyyy-MM-dd") : 'invalid'))
}
JS
cat > expected <<'TXT'
2020-W53 | isoweek 2020W53 2020-12-28 | Python 2020-12-28
2021-W53 | isoweek 2022W01 2022-01-03 | Python refused
2019-W53 | isoweek 2020W01 2019-12-30 | Python refused
2019-W54 | isoweek 2020W02 2020-01-06 | Python refused
2019-W99 | isoweek 2020W47 2020-11-16 | Python refused
2020-W53 | date-fns 2020-W53 2020-12-28 2020-W53 2020-12-28
2021-W53 | date-fns 2022-W01 2022-01-03 2022-W01 2022-01-03
2019-W53 | date-fns 2020-W01 2019-12-30 2020-W01 2019-12-30
2019-W54 | date-fns invalid invalid
TXT
{ v/bin/python -W ignore try.py && TZ=UTC node try.mjs; } > seen 2> /dev/null
diff expected seen
