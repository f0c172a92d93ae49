#!/usr/bin/env bash
# miller 6.6.0 (Debian 12: miller 6.6.0-2+b3), tables on the command line.
# Guess: a row without a figure fulfils no comparison, as in SQL; sorted by number with the highest first it comes
# last; count and mean of a column are of the same cells.
# Seen: an empty cell and "1,644" are less than every number: filter '$value < 6' gives both. With sort -nr they come
# first, and so with top. count counts "1,644", which sum and mean leave out, so that sum by count is not the mean;
# max is "1,644". All of it without a word.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'year,value\n2015,5\n2016,\n2017,7\n2018,"1,644"\n2019,9\n' > t.csv
{
  for condition in '$value < 6' '$value > 6' '$value <= 9'; do
    echo "$condition |" $(mlr --icsv --onidx --headerless-csv-output filter "$condition" then cut -f year t.csv)
  done
  for verb in 'sort -nr value' 'sort -nf value' 'top -n 2 -f value -a'; do
    echo "$verb |" $(mlr --icsv --onidx $verb then cut -f year t.csv)
  done
  mlr --icsv --oxtab stats1 -a count,sum,mean,max -f value t.csv
} > seen 2> /dev/null
cat > expected <<'TXT'
$value < 6 | 2015 2016 2018
$value > 6 | 2017 2019
$value <= 9 | 2015 2016 2017 2018 2019
sort -nr value | 2018 2016 2019 2017 2015
sort -nf value | 2015 2017 2019 2016 2018
top -n 2 -f value -a | 2018 2016
value_count 4
value_sum   21
value_mean  7
value_max   1,644
TXT
diff expected seen
