#!/usr/bin/env bash
# xts 0.13.0 with R 4.2.2 (Debian 12: r-cran-xts), series of months, of which a text such as "2018-04/2019-03" takes a part.
# Guess: "2018/19" is 2018 to 2019, "2018-04/03" April 2018 to March as ISO 8601 shortens an end, "2018-04/P3M" three months
# from April and "P3M/2018-06" three up to June, since the text is one of ISO 8601; what it is not read as is refused.
# Seen: each of the first three is a series of no months, whose sum is 0, without a word. "P3M/2018-06" is everything up to
# June 2018. A quarter, "2018-Q2", is nothing too, with a warning of something else. apply.yearly() sums years of which only some months are there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(xts))
figures <- xts(rep(1, 60), seq(as.Date("2016-01-01"), by = "month", length.out = 60))
for (text in c("2018", "2018-04/2019-03", "2018/2019", "2018/19", "2018-04/03", "2018-04/P3M", "P3M/2018-06", "2018-Q2"))
  cat(text, "|", tryCatch({ part <- suppressWarnings(figures[text]); paste(nrow(part), "months, sum", sum(part)) }, error = function(e) "error"), "\n")
print(drop(coredata(apply.yearly(figures["2018-10/2019"], sum))))
R
Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
2018 | 12 months, sum 12 
2018-04/2019-03 | 12 months, sum 12 
2018/2019 | 24 months, sum 24 
2018/19 | 0 months, sum 0 
2018-04/03 | 0 months, sum 0 
2018-04/P3M | 0 months, sum 0 
P3M/2018-06 | 30 months, sum 30 
2018-Q2 | 0 months, sum 0 
[1]  3 12
TXT
diff expected seen
