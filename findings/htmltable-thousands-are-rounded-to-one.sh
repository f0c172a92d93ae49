#!/usr/bin/env bash
# htmlTable 2.4.1 with R 4.2.2 (Debian 12: r-cran-htmltable), whose txtRound() rounds numbers and the numbers in texts, for
# tables of reports.
# Guess: of texts the numbers are rounded and all else stays, as 44.5% and "12.55 (9.1 to 16.2)"; what is no number, such as a day or
# a range, stays, and a thousand with a comma is a thousand.
# Seen: the first number of a text is taken and all else is dropped, without a word: the share 44.5% is 44.5, fewer than five (<5)
# 5.0, 5-10 5.0, 12.55m 12.6, "12.55 (9.1 to 16.2)" 12.6, and a day its year. 1,644 is 1.0, and -158.26 with the true minus sign
# 158.3. A text without digits stays.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s r-cran-htmltable > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends r-cran-htmltable > log 2>&1
cat > try.R <<'R'
suppressPackageStartupMessages(library(htmlTable))
for (text in c("12.55", "-158.26", "44.5%", "1,644", "<5", "5-10", "12.55m", "12.55 (9.1 to 16.2)", "2018-09-03", "\u2212158.26", "n/a"))
  cat(text, "|", txtRound(text, 1), "\n")
cat("numbers |", txtRound(c(1644, 0.445, NA), 1), "\n")
R
LC_ALL=C.UTF-8 Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
12.55 | 12.6 
-158.26 | -158.3 
44.5% | 44.5 
1,644 | 1.0 
<5 | 5.0 
5-10 | 5.0 
12.55m | 12.6 
12.55 (9.1 to 16.2) | 12.6 
2018-09-03 | 2018.0 
−158.26 | 158.3 
n/a | n/a 
numbers | 1644.0 0.4  
TXT
diff expected seen
