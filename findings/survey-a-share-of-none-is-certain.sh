#!/usr/bin/env bash
# survey 4.1 and epitools 0.5-10.1 with R 4.2.2 (Debian 12: r-cran-survey, r-cran-epitools), intervals of shares and rates.
# Guess: where none of ten people asked said yes, the interval of the share ends at about 30%, as with binom.exact(), or
# there is none; an interval of a share or a rate does not begin below zero, nor end above one.
# Seen: svyciprop() says 0% to 0% with "logit", which it takes unless told otherwise, and with "mean", NaN with "beta" and
# "xlogit", and warns of nothing; of one in ten "logit" gives 0.9% to 57.8%. confint(svymean()) begins at -9.6%. In epitools
# binom.approx() and pois.approx() are 0 to 0 as well, and begin below zero where there is one.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(survey); library(epitools) })
options(warn = 2)
design <- svydesign(ids = ~1, weights = ~w, data = data.frame(none = rep(0, 10), one = c(1, rep(0, 9)), w = 1))
say <- function(name, ...) cat(name, "|", sapply(list(...), function(ends) paste(sprintf("%.1f%%", 100 * unlist(ends)), collapse = " to ")), "\n", sep = " ")
for (method in c("logit", "mean", "beta", "xlogit"))
  say(paste("svyciprop", method), as.vector(attr(svyciprop(~none, design, method = method), "ci")), as.vector(attr(svyciprop(~one, design, method = method), "ci")))
say("confint of svymean", as.vector(confint(svymean(~none, design))), as.vector(confint(svymean(~one, design))))
for (name in c("binom.exact", "binom.approx", "pois.exact", "pois.byar", "pois.approx"))
  say(name, get(name)(0, 10)[c("lower", "upper")], get(name)(1, 10)[c("lower", "upper")])
R
Rscript --vanilla try.R > seen
cat > expected <<'TXT'
svyciprop logit | 0.0% to 0.0% 0.9% to 57.8% 
svyciprop mean | 0.0% to 0.0% -12.6% to 32.6% 
svyciprop beta | NaN% to NaN% 0.2% to 47.0% 
svyciprop xlogit | NaN% to NaN% 0.9% to 57.8% 
confint of svymean | 0.0% to 0.0% -9.6% to 29.6% 
binom.exact | 0.0% to 30.8% 0.3% to 44.5% 
binom.approx | 0.0% to 0.0% -8.6% to 28.6% 
pois.exact | 0.0% to 36.9% 0.3% to 55.7% 
pois.byar | -0.0% to 24.6% 0.9% to 46.6% 
pois.approx | 0.0% to 0.0% -9.6% to 29.6% 
TXT
diff expected seen
