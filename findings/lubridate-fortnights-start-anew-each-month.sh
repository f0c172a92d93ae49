#!/usr/bin/env bash
# lubridate 1.9.2+dfsg-1 with R 4.2.2 (Debian 12: r-cran-lubridate).
# Guess: floor_date(day, "7 days") and "14 days" divide the time into parts of 7 and 14 days, one behind the other, as
# the names say; quarter() with fiscal_start = 4 gives April 2019 the first quarter of the year that begins then,
# 2019.
# Seen: the parts begin anew on the first of each month: a month of 31 days has a last part of three days, beside
# which the others look high. The financial year bears the name of the year in which it ends,
# 2020.1, also where it is written 2019/20.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(lubridate))
days <- seq(ymd("2019-01-01"), ymd("2019-02-14"), by = "day")
for (unit in c("7 days", "14 days")) {
  parts <- table(format(floor_date(days, unit)))
  cat(unit, "|", paste(names(parts), parts), "\n", sep = " ")
}
cat(quarter(ymd("2019-04-01"), type = "year.quarter", fiscal_start = 4), "\n")
R
cat > expected <<'TXT'
7 days | 2019-01-01 7 2019-01-08 7 2019-01-15 7 2019-01-22 7 2019-01-29 3 2019-02-01 7 2019-02-08 7 
14 days | 2019-01-01 14 2019-01-15 14 2019-01-29 3 2019-02-01 14 
2020.1 
TXT
TZ=UTC Rscript --vanilla try.R > seen 2> /dev/null
diff expected seen
