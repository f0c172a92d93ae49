#!/usr/bin/env bash
# surveillance 1.20.3 and R 4.2.2 (Debian 12: r-cran-surveillance, r-base-core), aggregate(), to compare xts 0.13.0
# (apply.yearly); nine quarters from the second of 2018 with the counts 1 to 9.
# Guess: sums of years are those of calendar years, with those of which not all quarters are there marked or left out.
# Seen: both sum four quarters from where the series begins. R says that its sums, 10 and 26, are at 2018.25 and 2019.25,
# and leaves out the last quarter. In surveillance the sum from April 2018 to March 2019 is year 2019, the next 2020, and the
# one quarter that is left, 9, is the year 2021, of which the series has none. xts sums calendar years, 6 for nine months.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages({ library(surveillance); library(xts) })
print(aggregate(ts(1:9, start = c(2018, 2), frequency = 4), nfrequency = 1))
quarters <- sts(observed = 1:9, start = c(2018, 2), frequency = 4)
print(rbind(year(quarters), epochInYear(quarters), observed(quarters)[, 1]))
years <- aggregate(quarters, nfreq = 1)
print(rbind(year(years), observed(years)[, 1]))
print(apply.yearly(xts(1:9, as.Date(as.yearqtr(2018.25 + 0:8 / 4))), sum))
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
Time Series:
Start = 2018.25 
End = 2019.25 
Frequency = 1 
[1] 10 26
     [,1] [,2] [,3] [,4] [,5] [,6] [,7] [,8] [,9]
[1,] 2018 2018 2018 2019 2019 2019 2019 2020 2020
[2,]    2    3    4    1    2    3    4    1    2
[3,]    1    2    3    4    5    6    7    8    9
     [,1] [,2] [,3]
[1,] 2019 2020 2021
[2,]   10   26    9
           [,1]
2018-10-01    6
2019-10-01   22
2020-04-01   17
TXT
diff expected seen
