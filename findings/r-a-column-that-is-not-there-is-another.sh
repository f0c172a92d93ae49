#!/usr/bin/env bash
# read.csv() and $ of R 4.2.2 (Debian 12: r-base-core 4.2.2.20221110-2+deb12u1).
# Guess: a column that a file does not have is NULL or an error; headings stay as they are, at least those of two columns
# stay apart by more than a number; the area NA (Namibia) is a text, as it stands between quotation marks.
# Seen: $ takes the one column whose name begins so: of a release that has births_rate only, rows$births is the rate, and a
# sum over it is made without a word ([["births"]] is NULL). "Share (%)" and "Share (£)" are Share.... and Share.....1,
# 2018/19 and 2018-19 are X2018.19 and X2018.19.1. "NA" between quotation marks is missing all the same.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'area,births_rate\nNorth,11.5\nSouth,12.5\n' > t.csv
printf '"area","Share (%%)","Share (£)","2018/19","2018-19","+","-"\n"NA",1,2,3,4,5,6\n' > h.csv
cat > try.R <<'R'
rows <- read.csv("t.csv")
cat("rows$births |", rows$births, "| sum", sum(rows$births), "| rows[['births']]", format(rows[["births"]]), "\n")
read <- read.csv("h.csv", encoding = "UTF-8")
cat("headings |", names(read), "\n")
cat("area |", read$area, "| is missing", is.na(read$area), "\n")
cat("headings kept |", names(read.csv("h.csv", check.names = FALSE, encoding = "UTF-8")), "\n")
R
LC_ALL=C.UTF-8 Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
rows$births | 11.5 12.5 | sum 24 | rows[['births']] NULL 
headings | area Share.... Share.....1 X2018.19 X2018.19.1 X. X..1 
area | NA | is missing TRUE 
headings kept | area Share (%) Share (£) 2018/19 2018-19 + - 
TXT
diff expected seen
