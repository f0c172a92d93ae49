#!/usr/bin/env bash
# formattable 0.2.1 with R 4.2.2 (Debian 12: r-cran-formattable), numbers that keep a way to be shown.
# Guess: a table with a column of comma() written by write.csv() reads back as it was: the numbers are bare, or in quotation
# marks; of amounts that are text, currency() takes the millions along, and a range or what it cannot read is missing; a
# missing figure leaves the bars of the others as they are.
# Seen: the numbers are written with their commas and without quotation marks, so that 1,644 and 12 become two and one cells, and each
# figure to their right stands below another heading. The text £12.5m is £12.5, £5-10 is £510, (158) has lost
# its minus (accounting() keeps it). With one figure missing no bar has a width, and all look full.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s r-cran-formattable > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends r-cran-formattable > log 2>&1
cat > try.R <<'R'
library(formattable)
table <- data.frame(area = c("North", "South"), boxes = comma(c(1644, 12), digits = 0), flag = c("p", "r"))
write.csv(table, "t.csv", row.names = FALSE, quote = TRUE)
cat(readLines("t.csv"), sep = "\n")
for (text in c("\u00a3158", "\u00a312.5m", "\u00a35-10", "(158)"))
  cat(text, "|", as.numeric(currency(text, "\u00a3")), "\n")
width <- function(cells) ifelse(grepl("width: [0-9]", cells), sub(".*width: ([0-9.]+%).*", "\\1", cells), "no width")
cat(width(color_bar("red")(c(5, 10, 20))), "|", width(color_bar("red")(c(5, 10, NA))), sep = " ")
cat("\n")
R
LC_ALL=C.UTF-8 Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
"area","boxes","flag"
"North",1,644,"p"
"South",12,"r"
£158 | 158 
£12.5m | 12.5 
£5-10 | 510 
(158) | 158 
25.00% 50.00% 100.00% | no width no width no width
TXT
diff expected seen
