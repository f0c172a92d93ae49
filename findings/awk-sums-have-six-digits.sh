#!/usr/bin/env bash
# mawk 1.3.4 (Debian 12: mawk 1.3.4.20200120-3.1), the awk of Debian and Ubuntu.
# Guess: print shows a sum with the digits it has, 1234567.89, as it shows 1234567; an average leaves empty cells out or
# fails; what is no number, 1,644 or n/a, is told of; a comparison with an empty cell is false.
# Seen: what has a fraction is printed with six digits: 1,234,567 and 89 pence are 1.23457e+06, 82109.45 is 82109.4 (printf
# "%.2f" is right). Read as far as it goes 1,644 is 1 and n/a is 0, 0x10 is 16. n/a is above 10, as text, and an empty cell
# is below 6.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
{
  printf '1234567\n0.89\n' | mawk '{ s += $1 } END { print s, s * 100; printf "%.2f\n", s }'
  mawk 'BEGIN { print 82109.45 * 1, 1234567 * 1, 123456.78 * 1 }'
  printf '1,644\nn/a\n<5\n12.5m\n0x10\n' | mawk '{ print $1, "|", $1 + 0 }'
  printf '5\n\n7\n' | mawk '{ s += $1; n++ } END { print "mean", s / n }'
  printf '9\n10\nn/a\n' | mawk 'NR == 1 || $1 > m { m = $1 } END { print "highest", m }'
  printf 'North 5\nSouth\nWest 7\n' | mawk '$2 < 6 { print "below six", $1 }'
} > seen
cat > expected <<'TXT'
1.23457e+06 1.23457e+08
1234567.89
82109.4 1234567 123457
1,644 | 1
n/a | 0
<5 | 0
12.5m | 12.5
0x10 | 16
mean 4
highest n/a
below six North
below six South
TXT
diff expected seen
