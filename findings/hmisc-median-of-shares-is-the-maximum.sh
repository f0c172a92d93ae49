#!/usr/bin/env bash
# Hmisc 4.8-0 with R 4.2.2 (Debian 12: r-cran-hmisc 4.8-0-1).
# Guess: a weighted quantile does not change when all weights are divided by the same number: shares of a population
# as weights give what its counts give. Weights below one are an error, or are scaled.
# Seen: weights are numbers of repetitions. With 20, 30 and 50 people the median is 25, with shares of 0.2, 0.3 and 0.5
# each quantile is the greatest value, 30, without a word. normwt=TRUE scales the weights so that they add up to the
# number of rows, which gives quantiles of its own. wtd.mean is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(Hmisc))
say <- function(name, ...) cat(name, "|", wtd.quantile(c(10, 20, 30), ..., probs = c(0.1, 0.25, 0.5, 0.9)), "| mean", wtd.mean(c(10, 20, 30), ...), "\n")
say("counts", c(20, 30, 50))
say("tens", c(2, 3, 5))
say("shares", c(0.2, 0.3, 0.5))
cat("shares, normwt |", wtd.quantile(c(10, 20, 30), c(0.2, 0.3, 0.5), probs = c(0.1, 0.25, 0.5, 0.9), normwt = TRUE), "\n")
R
Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
counts | 10 20 25 30 | mean 23 
tens | 10 20 25 30 | mean 23 
shares | 30 30 30 30 | mean 23 
shares, normwt | 22 25 30 30 
TXT
diff expected seen
