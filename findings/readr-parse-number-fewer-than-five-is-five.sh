#!/usr/bin/env bash
# readr 2.1.4 with R 4.2.2 (Debian 12: r-cran-readr), parse_number().
# Guess: signs around a number are dropped, £, % and words, as its manual says, and its sign and size are kept; what is more
# than one number is refused, as "-£158" is.
# Seen: the first digits count: 5-10 is 5, "5 to 10" too, 2018/19 is 2018, 1.2 million 1.2, and <5, >=5 and ~5 are 5. Minus
# twelve in brackets is 12, −158 with the sign of Unicode 158, 1 644 is 1 and 1,5 is 15. -158 keeps its sign.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(readr))
for (text in c("1,644", "-158", "-£158", "−158", "(12)", "5-10", "5 to 10", "<5", ">=5", "~5", "2018/19", "£1.2 million", "1 644", "1,5", "n/a"))
  cat(text, "|", suppressWarnings(parse_number(text)), "\n")
R
LC_ALL=C.UTF-8 Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
1,644 | 1644 
-158 | -158 
-£158 | NA 
−158 | 158 
(12) | 12 
5-10 | 5 
5 to 10 | 5 
<5 | 5 
>=5 | 5 
~5 | 5 
2018/19 | 2018 
£1.2 million | 1.2 
1 644 | 1 
1,5 | 15 
n/a | NA 
TXT
diff expected seen
