#!/usr/bin/env bash
# formatC() of R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1), by which reports set commas for thousands.
# Guess: formatC(x, format = "d", big.mark = ",") of what is no whole number rounds it, as format = "f" with digits = 0 does,
# or refuses it, as sprintf("%d") does.
# Seen: the fraction is cut: 1,234,567.8 is 1,234,567 and a fall by 0.6 is 0. format(x, big.mark = ",") has seven digits
# unless told otherwise: 1,234,567.8 alone is 1,234,568.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
for (x in c(1234567.8, 0.6, -0.6, 12.5, 13.5))
  cat(format(x, nsmall = 1, digits = 15), "| d:", formatC(x, format = "d", big.mark = ","), "| f:", formatC(x, format = "f", digits = 0, big.mark = ","), "| format:", format(x, big.mark = ","), "| sprintf:", tryCatch(sprintf("%d", x), error = function(e) "refused"), "\n")
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
1234567.8 | d: 1,234,567 | f: 1,234,568 | format: 1,234,568 | sprintf: refused 
0.6 | d: 0 | f: 1 | format: 0.6 | sprintf: refused 
-0.6 | d: 0 | f: -1 | format: -0.6 | sprintf: refused 
12.5 | d: 12 | f: 12 | format: 12.5 | sprintf: refused 
13.5 | d: 13 | f: 14 | format: 13.5 | sprintf: refused 
TXT
diff expected seen
