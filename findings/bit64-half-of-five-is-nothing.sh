#!/usr/bin/env bash
# data.table 1.14.8 and bit64 4.0.5 with R 4.2.2 (Debian 12: r-cran-data.table, r-cran-bit64), a CSV file of amounts above
# 2,147,483,647 (pounds, inhabitants of the world), which fread() reads as whole numbers of 64 bits.
# Guess: the mean of two amounts that differ by one lies between them, as it does for numbers, half an amount is a half
# whichever way it is written, and what cannot be worked out is refused.
# Seen: means, medians and variances are whole numbers, cut in mean() and rounded in data.table's `by`; 5 * 0.5 is 3 and 0.5
# * 5 is 0, since the number on the left is cut first. ifelse() and sapply() make 4.9e-314 of ten thousand million.
# fread(integer64 = "double") reads numbers.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'area,pounds\nNorth,10000000001\nNorth,10000000002\n' > t.csv
cat > try.R <<'R'
suppressPackageStartupMessages({ library(data.table); library(bit64) })
for (kind in c("integer64", "double")) {
  rows <- fread("t.csv", integer64 = kind); v <- rows$pounds
  say <- function(name, x) cat(kind, "|", name, "|", if (is.integer64(x)) as.character(x) else format(x, digits = 15), "\n")
  say("mean", mean(v)); say("median", median(v)); say("variance", var(v))
  say("mean by area", rows[, .(m = mean(pounds)), by = area]$m)
  say("ifelse", ifelse(v > 0, v, 0)); say("sapply", sapply(v, function(x) x))
}
five <- as.integer64(5)
cat("5 * 0.5 =", as.character(five * 0.5), "| 0.5 * 5 =", as.character(0.5 * five), "| 5 / 2 =", as.character(five / 2), "\n")
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
integer64 | mean | 10000000001 
integer64 | median | 10000000002 
integer64 | variance | 0 
integer64 | mean by area | 10000000002 
integer64 | ifelse | 4.94065645890653e-314 4.94065645940060e-314 
integer64 | sapply | 4.94065645890653e-314 4.94065645940060e-314 
double | mean | 10000000001.5 
double | median | 10000000001.5 
double | variance | 0.5 
double | mean by area | 10000000001.5 
double | ifelse | 10000000001 10000000002 
double | sapply | 10000000001 10000000002 
5 * 0.5 = 3 | 0.5 * 5 = 0 | 5 / 2 = 2.5 
TXT
diff expected seen
