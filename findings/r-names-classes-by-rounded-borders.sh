#!/usr/bin/env bash
# cut() of R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1).
# Guess: the name of a class says its borders as they were given, or so that each figure lies in the class by its name.
# Seen: R names them with three digits as long as the names differ: 1,232, below the border 1,234, is in "(0,1.23e+03]",
# and 99,950 in "(9.99e+04,1.23e+05]", whose lower border is 99,949. dig.lab = 7 names the borders in full.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
say <- function(figure, borders, ...) cat(format(figure, big.mark = ","), "|", as.character(cut(figure, borders, ...)), "\n")
say(1232, c(0, 1234, 5678))
say(99950, c(0, 99949, 123456))
say(1232, c(0, 1234, 5678), dig.lab = 7)
R
Rscript --vanilla try.R > seen
cat > expected <<'TXT'
1,232 | (0,1.23e+03] 
99,950 | (9.99e+04,1.23e+05] 
1,232 | (0,1234] 
TXT
diff expected seen
