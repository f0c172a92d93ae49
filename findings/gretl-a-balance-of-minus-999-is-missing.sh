#!/usr/bin/env bash
# gretl 2022c (Debian 12: gretl 2022c-1), statistics of time series, a CSV file with years.
# Guess: a number in a cell is a figure, the balance -999 as well as -998.
# Seen: -999 and -9999 are missing, without a word, and the mean is that of the others; -999.0, -99 and -998 are
# figures.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
for balance in -998 -999 -999.0 -9999 -99; do
  printf 'year,balance\n2018,%s\n2019,5\n2020,7\n' "$balance" > t.csv
  printf 'open t.csv --quiet\nprintf "there: %%d, mean: %%.2f\\n", nobs(balance), mean(balance)\n' > t.inp
  echo "$balance |" "$(gretlcli --batch t.inp | grep -iE '^there|warn|missing')"
done > seen
cat > expected <<'TXT'
-998 | there: 3, mean: -328.67
-999 | there: 2, mean: 6.00
-999.0 | there: 3, mean: -329.00
-9999 | there: 2, mean: 6.00
-99 | there: 3, mean: -29.00
TXT
diff expected seen
