#!/usr/bin/env bash
# collapse 1.9.2-1 with R 4.2.2 (Debian 12: r-cran-collapse): fgrowth() and flag() with times (t =).
# Guess: given the days on which years or quarters begin, growth is from one to the next; of a year that is not there no
# growth is given, whether years are numbers or names such as 2021/22.
# Seen: times are counted in the greatest number of days that all steps share: 365 for 2018 to 2020, one as soon as a
# step crosses 29 February, and then every growth is missing without a word, as it is with quarters. Names are sorted as
# text and taken for neighbours: 2021/22 grows from 2019/20, and Q4 2018 from Q2 2019.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(collapse))
say <- function(figures, times) cat(format(times), "| growth", round(fgrowth(figures, t = times), 1), "| before", flag(figures, t = times), "\n")
say(c(100, 110, 121), as.Date(c("2018-01-01", "2019-01-01", "2020-01-01")))
say(c(100, 110, 121, 133.1), as.Date(c("2018-01-01", "2019-01-01", "2020-01-01", "2021-01-01")))
say(c(100, 110, 121, 133.1), as.Date(c("2018-01-01", "2018-04-01", "2018-07-01", "2018-10-01")))
say(c(100, 110, 121), c(2018, 2019, 2021))
say(c(100, 110, 121), c("2018/19", "2019/20", "2021/22"))
say(c(100, 110, 121), c("Q4 2018", "Q1 2019", "Q2 2019"))
R
Rscript --vanilla try.R > seen
cat > expected <<'TXT'
2018-01-01 2019-01-01 2020-01-01 | growth NA 10 10 | before NA 100 110 
2018-01-01 2019-01-01 2020-01-01 2021-01-01 | growth NA NA NA NA | before NA NA NA NA 
2018-01-01 2018-04-01 2018-07-01 2018-10-01 | growth NA NA NA NA | before NA NA NA NA 
2018 2019 2021 | growth NA 10 NA | before NA 100 NA 
2018/19 2019/20 2021/22 | growth NA 10 10 | before NA 100 110 
Q4 2018 Q1 2019 Q2 2019 | growth -17.4 NA 10 | before 121 NA 110 
TXT
diff expected seen
