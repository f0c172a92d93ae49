#!/usr/bin/env bash
# R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1).
# Guess: write.csv() writes the population 100000 as 100000, as it writes 123456, and so do paste(), and format() and
# formatC() with a comma for the thousands.
# Seen: round numbers from a hundred thousand up are 1e+05 and 2e+05, in a CSV file beside 123456 in the same column,
# in a text, and also with big.mark; formatC() makes 1.235e+06 of 1234567. Whole numbers of the type integer, 100000L,
# are right in the file; options(scipen = 15) rights the rest, formatC() too needs format = "d".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
rows <- data.frame(year = 2016:2019, people = c(100000, 123456, 200000, 1500000), whole = c(100000L, 123456L, 200000L, 1500000L))
show <- function() {
  write.csv(rows, row.names = FALSE)
  cat(paste("People:", 300000), "|", format(400000, big.mark = ","), "|", formatC(500000, big.mark = ","), "|", formatC(1234567), "|",
      formatC(500000, big.mark = ",", format = "d"), "\n")
}
show()
options(scipen = 15)
show()
R
Rscript --vanilla try.R > seen
cat > expected <<'TXT'
"year","people","whole"
2016,1e+05,100000
2017,123456,123456
2018,2e+05,200000
2019,1500000,1500000
People: 3e+05 | 4e+05 | 5e+05 | 1.235e+06 | 500,000 
"year","people","whole"
2016,100000,100000
2017,123456,123456
2018,200000,200000
2019,1500000,1500000
People: 300000 | 400,000 | 5e+05 | 1.235e+06 | 500,000 
TXT
diff expected seen
