#!/usr/bin/env bash
# rstatix 0.7.2 with R 4.2.2 (Debian 12: r-cran-rstatix), tables of means and counts.
# Guess: figures keep their digits in the table, and are rounded where they are printed, as in R otherwise; what is missing
# has a row of its own in a table of counts, or is named.
# Seen: the table holds three decimals, counts one: a mean of 0.0004 is 0, with a spread of 0, one of 2,000 people is 0.0%,
# and 1,999 are 100.0%. Differences and rates per person worked out from it are 0. Two people of whom nothing is known are
# not there, and shares are of the rest, unless na.rm = FALSE. Neither function takes a number of digits.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(rstatix))
say <- function(table) write.table(as.data.frame(table), row.names = FALSE, quote = FALSE, sep = ", ")
say(get_summary_stats(data.frame(share = c(0.0003, 0.0004, 0.0005)), type = "mean_sd"))
rows <- data.frame(ill = c(rep("no", 1999), "yes", NA, NA))
say(freq_table(rows, ill))
say(freq_table(rows, ill, na.rm = FALSE))
cat(any(grepl("digit", c(names(formals(get_summary_stats)), names(formals(freq_table))))), "\n")
R
Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
variable, n, mean, sd
share, 3, 0, 0
ill, n, prop
no, 1999, 100
yes, 1, 0
ill, n, prop
no, 1999, 99.9
yes, 1, 0
NA, 2, 0.1
FALSE 
TXT
diff expected seen
