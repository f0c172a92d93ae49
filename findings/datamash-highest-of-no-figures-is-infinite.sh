#!/usr/bin/env bash
# GNU datamash 1.7 (Debian 12: datamash 1.7-2), statistics on the command line.
# Guess: of an area without a figure, NA with --narm, there is no sum, no highest and no lowest figure, as there is no mean
# (nan); a sum of pounds and pence has its pence; 0x10 is no number; rows of an area count together wherever they stand.
# Seen: the sum of no figures is 0, the highest inf and the lowest -inf. Sums have fourteen digits: of 1,234,567,890,123
# pounds and 45 pence 0.5 are left. 0x10 is 16. An area whose rows do not stand together is there twice, unless -s is given.
# Of two figures that are equally frequent the lower is the mode.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
{
  printf 'North\t5\nNorth\tNA\nSouth\tNA\n' | datamash --narm -g 1 sum 2 mean 2 max 2 min 2 median 2 count 2
  printf 'North\t5\nSouth\t1\nNorth\t2\n' | datamash -g 1 sum 2
  printf '1234567890123\n0.45\n' | datamash sum 1
  printf '0x10\n1\n' | datamash sum 1
  printf '1\n2\n2\n1\n' | datamash mode 1
} | tr '\t' ' ' > seen
cat > expected <<'TXT'
North 5 5 5 5 5 1
South 0 nan inf -inf nan 0
North 5
South 1
North 2
1234567890123.5
17
1
TXT
diff expected seen
