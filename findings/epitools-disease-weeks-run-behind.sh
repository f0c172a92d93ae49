#!/usr/bin/env bash
# epitools 0.5-10.1 with R 4.2.2 (Debian 12: r-cran-epitools 1:0.5-10.1-2); to compare, epiweeks 2.4.0 (PyPI).
# Guess: as.week(), which makes "disease weeks" of dates, counts them as health offices do: epidemiological weeks that
# begin on Sunday (MMWR), or with sunday = FALSE those of ISO 8601.
# Seen: week 1 begins on the first Sunday or Monday of the year. Counted from Sunday the weeks of 2018 and 2020 are one
# too low: 14 March 2018 is in week 10 in place of 11, 1 January 2018 in week 53, 31 December 2020 in week 52 in place of
# 53. Counted from Monday so are those of 2020.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check epiweeks==2.4.0
days="2017-03-15 2018-01-01 2018-03-14 2020-03-11 2020-12-31 2021-03-10"
cat > try.R <<'R'
suppressPackageStartupMessages(library(epitools))
for (day in commandArgs(TRUE)) {
  day <- as.Date(day)
  cat(format(day), "| Sunday", as.week(day)$week, "| Monday", as.week(day, sunday = FALSE)$week, "\n")
}
R
cat > try.py <<'PY'
import sys
from datetime import date
from epiweeks import Week
for day in sys.argv[1:]:
    day = date.fromisoformat(day)
    print(day, "| MMWR", Week.fromdate(day), "| ISO", Week.fromdate(day, "iso"))
PY
{ Rscript --vanilla try.R $days; env/bin/python try.py $days; } > seen
cat > expected <<'TXT'
2017-03-15 | Sunday 11 | Monday 11 
2018-01-01 | Sunday 53 | Monday 01 
2018-03-14 | Sunday 10 | Monday 11 
2020-03-11 | Sunday 10 | Monday 10 
2020-12-31 | Sunday 52 | Monday 52 
2021-03-10 | Sunday 10 | Monday 10 
2017-03-15 | MMWR 201711 | ISO 2017W11
2018-01-01 | MMWR 201801 | ISO 2018W01
2018-03-14 | MMWR 201811 | ISO 2018W11
2020-03-11 | MMWR 202011 | ISO 2020W11
2020-12-31 | MMWR 202053 | ISO 2020W53
2021-03-10 | MMWR 202110 | ISO 2021W10
TXT
diff expected seen
