#!/usr/bin/env bash
# plotrix 3.8-2 with R 4.2.2 (Debian 12: r-cran-plotrix 3.8-2-1, r-cran-svglite 2.1.1-1), gap.barplot: bars with a break.
# Guess: bars of 3, 5, 100 and 110 on an axis without the part from 10 to 90 stand on zero: the bar of 3 is a tenth as high
# as that of 110 (30 without the part left out), and the numbers beside the axis are those that the bars reach.
# Seen: the axis begins at -77, of which only R's console tells: the bar of 3 is three quarters as high as that of 110, and
# zero, the only number beside the axis, stands in the middle. With ylim = c(0, 30) the heights are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(plotrix); library(svglite) })
all <- function(pattern, text) regmatches(text, gregexpr(pattern, text, perl = TRUE))[[1]]
say <- function(name, ...) {
  svg <- svgstring(width = 5, height = 4, standalone = FALSE)
  gap.barplot(c(3, 5, 100, 110), gap = c(10, 90), xaxlab = letters[1:4], xlab = "", ylab = "", ...)
  text <- as.character(svg())
  invisible(dev.off())
  heights <- as.numeric(sub(".*height='([^']*)'", "\\1", all("<rect x='[^>]*? height='[^']*'", text)))[3:6]
  cat(name, "| percent of the highest bar:", round(100 * heights / max(heights)), "| beside the axis:", all("(?<=>)[0-9.]+(?=</text>)", text), "\n")
}
say("as it is")
say("ylim", ylim = c(0, 30))
say("ylim and ytics", ylim = c(0, 30), ytics = c(0, 5, 100, 110))
R
Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
ylim -77 30 
as it is | percent of the highest bar: 75 77 91 100 | beside the axis: 0 
ylim 0 30 
ylim | percent of the highest bar: 10 17 67 100 | beside the axis: 0 100 
ylim 0 30 
ylim and ytics | percent of the highest bar: 10 17 67 100 | beside the axis: 0 5 100 110 
TXT
diff expected seen
