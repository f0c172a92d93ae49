#!/usr/bin/env bash
# laeken 0.5.2-1 with R 4.2.2 (Debian 12: r-cran-laeken), Eurostat's indicators of poverty and inequality.
# Guess: weightedMedian() without weights is the median of the figures that are there, and with na.rm=TRUE a missing
# one changes nothing; between two middle figures it is their mean, as the code has it and as Eurostat defines it.
# Seen: each missing figure still counts as one: the median of 10, 20, 30 with two missing is 30, and quantiles above
# are NA. With weights of one the missing ones are left out, but of an even number the upper middle one is
# taken: of 10, 20, 30 and 40 it is 30.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(laeken))
for (figures in list(c(10, 20, 30), c(10, 20, NA, NA, 30), c(10, NA, 20, 30, 40)))
  cat(figures, "|", weightedMedian(figures, na.rm = TRUE), "| weights of one", weightedMedian(figures, rep(1, length(figures)), na.rm = TRUE),
      "| median", median(figures, na.rm = TRUE), "| 90%", weightedQuantile(figures, probs = 0.9, na.rm = TRUE), "\n")
R
Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
10 20 30 | 20 | weights of one 20 | median 20 | 90% 30 
10 20 NA NA 30 | 30 | weights of one 20 | median 20 | 90% NA 
10 NA 20 30 40 | 30 | weights of one 30 | median 25 | 90% NA 
TXT
diff expected seen
