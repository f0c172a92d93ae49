#!/usr/bin/env bash
# seq() and seq.POSIXt of R 4.2.2 and timeDate 4022.108 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1, r-cran-timedate);
# to compare, clock 0.6.1 (r-cran-clock).
# Guess: steps of a month from 31 January, or of a quarter from 31 March, lead to a day in each month or quarter, at the ends
# or some days before, or a day that is not there is refused, as clock refuses it.
# Seen: days run on into the next month: after 31 January come 3 March and 31 March, so that February has none and March two,
# and the ends of quarters are 31 March, 1 July, 1 October. Steps from the first day are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(timeDate); library(clock) })
say <- function(name, days) cat(name, "|", format(days), "\n")
say("R, months", seq(as.Date("2018-01-31"), by = "month", length.out = 5))
say("R, quarters", seq(as.Date("2018-03-31"), by = "quarter", length.out = 5))
say("R, years", seq(as.Date("2016-02-29"), by = "year", length.out = 3))
say("timeDate, months", timeSequence("2018-01-31", by = "month", length.out = 5))
say("timeDate, quarters", timeSequence("2018-03-31", by = "quarter", length.out = 5))
say("clock", tryCatch(add_months(as.Date("2018-01-31"), 0:4), error = function(e) "refused"))
say("R, from the first", seq(as.Date("2018-01-01"), by = "month", length.out = 5))
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
R, months | 2018-01-31 2018-03-03 2018-03-31 2018-05-01 2018-05-31 
R, quarters | 2018-03-31 2018-07-01 2018-10-01 2018-12-31 2019-03-31 
R, years | 2016-02-29 2017-03-01 2018-03-01 
timeDate, months | 2018-01-31 2018-03-03 2018-03-31 2018-05-01 2018-05-31 
timeDate, quarters | 2018-03-31 2018-07-01 2018-10-01 2018-12-31 2019-03-31 
clock | refused 
R, from the first | 2018-01-01 2018-02-01 2018-03-01 2018-04-01 2018-05-01 
TXT
diff expected seen
