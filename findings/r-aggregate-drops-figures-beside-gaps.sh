#!/usr/bin/env bash
# aggregate() of R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1).
# Guess: sums of two columns by area are those of each column; where a figure is missing the sum of its column is
# missing, and that of the other is not touched.
# Seen: with the formula cbind(births, deaths) ~ area a row with one figure missing is left out whole: the births of
# North are 20 in place of 30 because one number of deaths is not known, without a word. North has 30 of births alone.
# With births ~ area an area whose only figure is missing is not in the table. na.action = na.pass makes the sum NA.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
rows <- data.frame(area = c("North", "North", "South", "West"), births = c(10, 20, 5, NA), deaths = c(NA, 7, 6, 2))
show <- function(table) write.table(table, quote = FALSE, row.names = FALSE, sep = " | ")
show(aggregate(cbind(births, deaths) ~ area, rows, sum))
show(aggregate(births ~ area, rows, sum))
show(aggregate(cbind(births, deaths) ~ area, rows, sum, na.action = na.pass))
R
Rscript --vanilla try.R > seen 2>&1
cat > expected <<'TXT'
area | births | deaths
North | 20 | 7
South | 5 | 6
area | births
North | 30
South | 5
area | births | deaths
North | 30 | NA
South | 5 | 6
West | NA | 2
TXT
diff expected seen
