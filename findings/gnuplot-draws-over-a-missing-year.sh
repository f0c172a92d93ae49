#!/usr/bin/env bash
# gnuplot 5.4.4 (Debian 12: gnuplot-nox 5.4.4+dfsg1-2+b2), a CSV file drawn as SVG.
# Guess: a line is open where a year has no figure, be the cell empty or n/a, and a bar is as wide as the others; a
# figure with a comma for thousands between quotation marks is 1644, or missing.
# Seen: with `using 1:2` the line goes straight over both years; with `using 1:($2)` it stops at n/a and still goes
# over the empty cell. Beside missing years a bar is up to twice as wide, as if its figure held for two. "1,644" is
# drawn at 1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'year,value\n2014,3\n2015,5\n2016,\n2017,7\n2018,n/a\n2019,8\n2020,"1,644"\n2021,44%%\n' > t.csv
for columns in '1:2' '1:($2)'; do
  gnuplot -e "set datafile separator ','; set table 'table'; plot 't.csv' using $columns with lines" 2> /dev/null
  echo "$columns |" $(grep -v '^#' table | sed 's/^ *//; s/  */ /g; s/ [iou] *$/;/')
  gnuplot -e "set terminal svg; set output 't.svg'; set datafile separator ','; plot [][0:50] 't.csv' using $columns with lines lc rgb 'red' notitle" 2> /dev/null
  echo "$columns | pieces of the line:" $(grep "stroke='rgb(255,   0,   0)'" t.svg | grep -o '[ML][0-9]' | cut -c1 | tr -d '\n')
done > seen
gnuplot -e "set terminal svg; set output 't.svg'; set datafile separator ','; plot [2013:2022][0:50] 't.csv' using 1:2 with boxes lc rgb 'red' notitle"
grep -o "'rgb(255,   0,   0)'  d='M[0-9.]*,[0-9.]* L[0-9.]*,[0-9.]* L[0-9.]*" t.svg | sed "s/.*M\([0-9.]*\),.* L/\1 /" |
  awk '{ width[NR] = $2 - $1 } END { printf "widths of the bars:"; for (i = 1; i <= NR; i++) printf " %.1f", width[i] / width[1]; print "" }' >> seen
cat > expected <<'TXT'
1:2 | 2014 3; 2015 5; 2017 7; 2019 8; 2020 1; 2021 44;
1:2 | pieces of the line: MLLLLL
1:($2) | 2014 3; 2015 5; 2017 7; 2018 NaN; 2019 8; 2020 1; 2021 44;
1:($2) | pieces of the line: MLLMLL
widths of the bars: 1.0 1.5 2.0 1.5 1.0 1.0
TXT
diff expected seen
