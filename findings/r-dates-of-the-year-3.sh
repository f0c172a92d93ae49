#!/usr/bin/env bash
# as.Date() of R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1).
# Guess: without a format it reads 2018-09-03 and 2018/09/03, as its manual says, and refuses what is in neither of these
# forms: 03/09/2018, an interval, a day with more behind it.
# Seen: the first number is a year of any length: 03/09/2018 is 20 September of the year 3, 31/12/18 is 18 December of the
# year 31, while 3 Sep 2018 is refused. What follows a day is passed over: of the interval 2018-04-01/2019-03-31 the first
# day is left, and 2018-09-035 is 3 September. In a column the first cell decides on the form, and others are missing without
# a word. With the format of a year or a week the day of today is filled in: 2018 is the day of the year that today is, each
# week is today.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
say <- function(...) cat(..., "|", tryCatch(format(as.Date(c(...))), error = function(e) "refused"), "\n")
say("03/09/2018"); say("31/12/18"); say("3 Sep 2018"); say("2018-09"); say("2018-04-01/2019-03-31"); say("2018-09-035"); say("2018-09-03 (p)"); say("2018/19/1")
say("2018-09-03", "2018/10/03", "03/11/2018"); say("01/02/2018", "31/12/2018")
today <- Sys.Date()
cat("2018 by %Y |", if (format(today, "%m-%d") == "02-29" || as.Date("2018", "%Y") == as.Date(format(today, "2018-%m-%d"))) "the day of today, in 2018", "\n")
cat("2018-W36-1 by %G-W%V-%u |", if (as.Date("2018-W36-1", "%G-W%V-%u") == today) "today", "\n")
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
03/09/2018 | 3-09-20 
31/12/18 | 31-12-18 
3 Sep 2018 | refused 
2018-09 | refused 
2018-04-01/2019-03-31 | 2018-04-01 
2018-09-035 | 2018-09-03 
2018-09-03 (p) | 2018-09-03 
2018/19/1 | refused 
2018-09-03 2018/10/03 03/11/2018 | 2018-09-03 NA NA 
01/02/2018 31/12/2018 | 1-02-20 31-12-20 
2018 by %Y | the day of today, in 2018 
2018-W36-1 by %G-W%V-%u | today 
TXT
diff expected seen
