#!/usr/bin/env bash
# haven 2.5.1 with R 4.2.2 (Debian 12: r-cran-haven), a file of SPSS in which 999 is declared missing and labelled "refused".
# Guess: read with user_na = TRUE, which keeps the reasons, a refusal is missing to whatever asks with na.rm = TRUE, as is.na()
# says that it is.
# Seen: is.na() is true of 999, and mean(), median(), max() and quantile() with na.rm = TRUE count it as an income of 999.
# Without user_na, or after zap_missing(), they do not.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(haven))
write_sav(data.frame(income = labelled_spss(c(100, 250, 999, NA), labels = c(refused = 999), na_values = 999)), "t.sav")
say <- function(name, v) cat(name, "| missing", is.na(v), "| mean", mean(v, na.rm = TRUE), "| median", median(v, na.rm = TRUE), "| highest", max(v, na.rm = TRUE), "| quantile", quantile(v, 0.9, na.rm = TRUE), "\n")
kept <- read_sav("t.sav", user_na = TRUE)$income
say("as it is", read_sav("t.sav")$income)
say("user_na", kept)
say("zap_missing", zap_missing(kept))
say("!is.na()", kept[!is.na(kept)])
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
as it is | missing FALSE FALSE TRUE TRUE | mean 175 | median 175 | highest 250 | quantile 235 
user_na | missing FALSE FALSE TRUE TRUE | mean 449.6667 | median 250 | highest 999 | quantile 849.2 
zap_missing | missing FALSE FALSE TRUE TRUE | mean 175 | median 175 | highest 250 | quantile 235 
!is.na() | missing FALSE FALSE | mean 175 | median 175 | highest 250 | quantile 235 
TXT
diff expected seen
