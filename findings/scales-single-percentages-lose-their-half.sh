#!/usr/bin/env bash
# scales 1.2.1-1 with R 4.2.2 (Debian 12: r-cran-scales), which labels axes and figures of ggplot2.
# Guess: label_percent() writes 0.445 as 44.5% or, rounded, as 45%, and label_number() with a short scale writes a
# million and a half as 1.5M; a label says what the figure beside it is.
# Seen: digits are kept only as far as they tell the labels of one call apart: 44.5% is 44%, the figures 44.5%, 62.0%
# and 88.5% are 44%, 62% and 88%, 500,000 and 1,500,000 are 500K and 2M, half a unit beside a thousand is 0, and the
# ticks at each 12.5% are named 12% and 38%. Ticks at each half a million are right. `accuracy = 0.1` keeps the digit.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
library(scales)
short <- label_number(scale_cut = cut_short_scale())
say <- function(...) cat(..., sep = " | ", "\n")
say(label_percent()(0.445))
say(label_percent()(c(0.445, 0.62, 0.885)))
say(label_percent(accuracy = 0.1)(c(0.445, 0.62, 0.885)))
say(label_percent()(c(0, 0.125, 0.25, 0.375)))
say(short(c(500000, 1500000)))
say(short(c(0, 500000, 1000000, 1500000)))
say(label_comma()(c(0.5, 1000)))
R
cat > expected <<'TXT'
44% | 
44% | 62% | 88% | 
44.5% | 62.0% | 88.5% | 
0% | 12% | 25% | 38% | 
500K | 2M | 
0 | 500K | 1.0M | 1.5M | 
0 | 1,000 | 
TXT
TZ=UTC Rscript --vanilla try.R > seen 2> /dev/null
diff expected seen
