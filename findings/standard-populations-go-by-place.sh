#!/usr/bin/env bash
# epitools 0.5-10.1, popEpi 0.4.10 and epiR 2.0.57 with R 4.2.2 (Debian 12: r-cran-epitools, r-cran-popepi, r-cran-epir),
# rates that are standardised by age.
# Guess: a standard population whose ages are named is paired with the rates of these ages, as tables with names are
# joined, or names that do not agree are refused.
# Seen: all three go by place. epitools and epiR pair the first age with the first. popEpi sorts the ages as texts, 0-4,
# 10-14, 5-9, and pairs these with the weights as they were given, whose names it does not read: with weights in the order
# of age those of 5-9 and 10-14 are exchanged. In epitools an age without people, and without weight, makes the rate NaN.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(epitools); library(popEpi); library(epiR) })
ages <- c("0-4", "5-9", "10-14")
deaths <- c(60, 10, 20); people <- c(1000, 1000, 1000); standard <- c(1, 10, 1)
names(deaths) <- names(people) <- names(standard) <- ages
cat("by hand |", sum(deaths / people * standard) / sum(standard), "\n")
say <- function(name, standard) {
  cat(name, "| epitools", ageadjust.direct(deaths, people, stdpop = standard)[["adj.rate"]])
  rows <- data.table::data.table(age = ages, deaths = unname(deaths), people = unname(people))
  cat(" | popEpi", rate(rows, obs = "deaths", pyrs = "people", adjust = "age", weights = standard)$rate.adj)
  row <- function(figures) matrix(figures, 1, dimnames = list("", names(figures)))
  cat(" | epiR", epi.directadj(row(deaths), row(people), row(standard), units = 1)$adj.strata$est, "\n")
}
say("standard 0-4, 5-9, 10-14", standard)
say("standard 5-9, 10-14, 0-4", standard[c(2, 3, 1)])
cat("an age without people | epitools", ageadjust.direct(c(60, 10, 0), c(1000, 1000, 0), stdpop = c(1, 10, 0))[["adj.rate"]], "\n")
R
TZ=UTC Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
by hand | 0.015 
standard 0-4, 5-9, 10-14 | epitools 0.015 | popEpi 0.0225 | epiR 0.015 
standard 5-9, 10-14, 0-4 | epitools 0.0525 | popEpi 0.0525 | epiR 0.0525 
an age without people | epitools NaN 
TXT
diff expected seen
