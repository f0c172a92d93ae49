#!/usr/bin/env bash
# zoo 1.8-11-1 and lubridate 1.9.2+dfsg-1 with R 4.2.2 (Debian 12: r-cran-zoo, r-cran-lubridate).
# Guess: as.yearqtr() and yq() read a quarter as it is written, 2018-Q3, and of a month, 2018-04, give the quarter
# that it lies in or nothing.
# Seen: the number of a month up to four is the number of a quarter: 2018-04, April, is the fourth quarter in both,
# and 2018-02 the second; from May on there is nothing (NA), so that of a column of months four are left, of
# which only January is in its quarter. as.yearqtr() does not read 2018-Q3, only 2018 Q3. as.yearqtr(as.yearmon()) is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(zoo); library(lubridate) })
for (text in c("2018-Q3", "2018 Q3", "2018-01", "2018-02", "2018-04", "2018-05", "2018-12"))
  cat(text, "|", format(as.yearqtr(text)), "|", format(suppressWarnings(yq(text))), "|", format(as.yearqtr(as.yearmon(text))), "\n")
R
cat > expected <<'TXT'
2018-Q3 | NA | 2018-07-01 | NA 
2018 Q3 | 2018 Q3 | 2018-07-01 | NA 
2018-01 | 2018 Q1 | 2018-01-01 | 2018 Q1 
2018-02 | 2018 Q2 | 2018-04-01 | 2018 Q1 
2018-04 | 2018 Q4 | 2018-10-01 | 2018 Q2 
2018-05 | NA | NA | 2018 Q2 
2018-12 | NA | NA | 2018 Q4 
TXT
TZ=UTC Rscript --vanilla try.R > seen 2> /dev/null
diff expected seen
