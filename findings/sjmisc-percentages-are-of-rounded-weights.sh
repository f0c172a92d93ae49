#!/usr/bin/env bash
# sjmisc 2.8.9 and sjstats 0.18.2 with R 4.2.2 (Debian 12: r-cran-sjmisc, r-cran-sjstats), tables of weighted answers.
# Guess: shares are those of the weights, and counts at most are rounded where they are shown.
# Seen: frq(weights=) rounds the weights of each answer to whole people and works the shares out from these: 2.8 of 4 people
# are 75% in place of 70%. With weights that add up to one 70% are 100%, and where no answer has half there is nobody and
# no share, without a word; weighted_sd() is then infinite.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(sjmisc); library(sjstats) })
say <- function(name, weights) {
  rows <- data.frame(answer = c("yes", "yes", "no", "no"), w = weights)
  found <- as.data.frame(frq(rows, answer, weights = w)[[1]])
  share <- tapply(weights, rows$answer, sum)
  cat(name, "| by hand", round(100 * share[["yes"]] / sum(share), 1), "| frq", found$frq[which(found$val == "yes")], "of", sum(found$frq), "are", found$valid.prc[which(found$val == "yes")], "\n")
}
say("one each", c(1, 1, 1, 1))
say("1.4 and 0.6", c(1.4, 1.4, 0.6, 0.6))
say("add up to one", c(0.35, 0.35, 0.15, 0.15))
say("each a tenth", rep(0.1, 4))
cat("weighted_sd | one each", weighted_sd(c(10, 20, 30, 40), rep(1, 4)), "| add up to one", weighted_sd(c(10, 20, 30, 40), rep(0.25, 4)), "\n")
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
one each | by hand 50 | frq 2 of 4 are 50 
1.4 and 0.6 | by hand 70 | frq 3 of 4 are 75 
add up to one | by hand 70 | frq 1 of 1 are 100 
each a tenth | by hand 50 | frq 0 of 0 are NaN 
weighted_sd | one each 12.90994 | add up to one Inf 
TXT
diff expected seen
