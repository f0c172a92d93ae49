#!/usr/bin/env bash
# epi-week 0.0.1 (npm), with epiweeks 2.4.0 (PyPI) to compare.
# Guess: both give the epidemiological week of the American health authority, as they say: weeks start on Sundays,
# and the first one has at least four days in its year.
# Seen: epi-week has no week 1 in 2016 and 2021, years that begin on a Friday: after week 53 comes week 2, every
# week of the year is one too high, and 2021 ends in a week 53 that it does not have. 2019 is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund epi-week@0.0.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check epiweeks==2.4.0
cat > try.cjs <<'JS'
const epiWeek = require('epi-week')
for (const day of ['2016-01-03', '2019-01-02', '2021-01-02', '2021-01-03', '2021-06-15', '2021-12-31']) {
  const { year, week } = epiWeek(new Date(`${day}T12:00`))
  console.log(day, year, week)
}
JS
cat > try.py <<'PY'
import datetime, epiweeks
for day in ["2016-01-03", "2019-01-02", "2021-01-02", "2021-01-03", "2021-06-15", "2021-12-31"]:
    week = epiweeks.Week.fromdate(datetime.date.fromisoformat(day))
    print(day, week.year, week.week)
PY
cat > expected <<'TXT'
2016-01-03 2016 2
2019-01-02 2019 1
2021-01-02 2020 53
2021-01-03 2021 2
2021-06-15 2021 25
2021-12-31 2021 53
2016-01-03 2016 1
2019-01-02 2019 1
2021-01-02 2020 53
2021-01-03 2021 1
2021-06-15 2021 24
2021-12-31 2021 52
TXT
{ node try.cjs; v/bin/python try.py; } > seen 2> /dev/null
diff expected seen
