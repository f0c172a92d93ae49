#!/usr/bin/env bash
# numfmt of GNU coreutils 9.1 (Debian 12: coreutils 9.1-1), which writes numbers in short for tables.
# Guess: a figure is rounded to the nearest, 10,001 is 10K and 82,100 is 82K, or cut; a share of 0.445 with one decimal is
# 0.4.
# Seen: it is rounded away from zero: 10,001 is 11K, 1,644 is 1.7K, 999,001 is 1.0M and a fall by 82,100 is -83K; 0.445 with
# --format=%.1f is 1.0, more than twice as much. --round=nearest gives what was guessed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
for figure in 10001 82100 -82100 1644 999001 0.445 12.5; do
  echo "$figure |" "$(numfmt --to=si -- "$figure")" "|" "$(numfmt --to=si --format=%.1f -- "$figure")" "| nearest" "$(numfmt --to=si --round=nearest -- "$figure")"
done > seen
echo "1499 thousands |" "$(numfmt --to-unit=1000 1499)" >> seen
cat > expected <<'TXT'
10001 | 11K | 10.1K | nearest 10K
82100 | 83K | 82.1K | nearest 82K
-82100 | -83K | -82.1K | nearest -82K
1644 | 1.7K | 1.7K | nearest 1.6K
999001 | 1.0M | 999.1K | nearest 999K
0.445 | 0 | 1.0 | nearest 0
12.5 | 13 | 13.0 | nearest 13
1499 thousands | 2
TXT
diff expected seen
