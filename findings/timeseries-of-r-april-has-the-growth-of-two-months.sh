#!/usr/bin/env bash
# timeSeries 4021.105 with timeDate 4022.108 and R 4.2.2 (Debian 12: r-cran-timeseries).
# Guess: window() from February to April gives their figures, or an error where months alone are not read; returns() is missing
# where one of its two figures is; yearly figures of R keep their years as a timeSeries.
# Seen: by days the window is right; by months, "2018-02" to "2018-04", it has as many rows as the table, all missing and without
# dates, and by years none, without a word. A month without a figure is dropped before growth is worked out: April has the growth
# from February, 100%, as if it were a month's. Quarters and months of R get the days on which they end, years and half-years lose
# their times and are numbered. substituteNA makes zero of missing unless told otherwise.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(timeSeries))
say <- function(what, rows) cat(what, "|", nrow(rows), "rows |", paste(if (is(time(rows), "timeDate")) format(time(rows)) else rownames(rows), as.vector(rows), sep = ": ", collapse = ", "), "\n")
days <- c("2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30")
boxes <- timeSeries(c(25, 50, 75, 100), charvec = days)
say("window by days", window(boxes, "2018-02-01", "2018-04-30"))
say("window by months", window(boxes, "2018-02", "2018-04"))
say("window by years", window(boxes, "2018", "2018"))
gap <- timeSeries(c(25, 50, NA, 100), charvec = days)
say("growth", returns(boxes, method = "discrete"))
say("growth, March is missing", returns(gap, method = "discrete"))
say("substituteNA", substituteNA(gap))
say("quarters", as.timeSeries(ts(c(7, 8), start = c(2018, 2), frequency = 4)))
say("half-years", as.timeSeries(ts(c(7, 8), start = c(2018, 2), frequency = 2)))
say("years", as.timeSeries(ts(c(7, 8), start = 2018)))
R
TZ=UTC Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
window by days | 3 rows | 2018-02-28: 50, 2018-03-31: 75, 2018-04-30: 100 
window by months | 4 rows | NA: NA, NA: NA, NA: NA, NA: NA 
window by years | 0 rows |  
growth | 3 rows | 2018-02-28: 1, 2018-03-31: 0.5, 2018-04-30: 0.333333333333333 
growth, March is missing | 2 rows | 2018-02-28: 1, 2018-04-30: 1 
substituteNA | 4 rows | 2018-01-31: 25, 2018-02-28: 50, 2018-03-31: 0, 2018-04-30: 100 
quarters | 2 rows | 2018-06-30: 7, 2018-09-30: 8 
half-years | 2 rows | : 7, : 8 
years | 2 rows | : 7, : 8 
TXT
diff expected seen
