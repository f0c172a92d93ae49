#!/usr/bin/env bash
# knitr 1.42 and pander 0.6.5 (Debian's r-cran-knitr, r-cran-pander), with R 4.2: numbers in the sentences of a report.
# Guess: `r 99999` in a sentence prints 99999 or 99,999, `r 12345.6` 12345.6; pander writes 1234.5 as it is.
# Seen: from 10,000 on knitr writes powers of ten: 12000 is 1.2 times 10 to the 4, 99999 9.9999 times 10 to the 4, while
# 9999 stays; options(scipen = 15) makes it print all as they are. pander has four digits: 1234.5 is 1234, 12345.67 is 12346,
# and 100000 is 1e+05 beside 123456, a share of 0.00004 in a table 4e-05.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s r-cran-knitr r-cran-pander > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends r-cran-knitr r-cran-pander > log 2>&1
cat > try.R <<'R'
library(pander)
numbers <- c("2018", "9999", "12000", "12345.6", "99999", "123456", "1234567")
say <- function() for (number in numbers) cat(number, "|", knitr::knit(text = paste0("`r ", number, "`"), quiet = TRUE), "\n")
say()
options(scipen = 15)
cat("with scipen\n")
say()
options(scipen = 0)
for (number in c(1234.5, 12345.67, 100000, 123456)) cat("pander", format(number, nsmall = 1, scientific = FALSE), "|", pander_return(number), "\n")
cat(pander_return(data.frame(year = c(2016, 2017), share = c(0.00004, 0.445))), sep = "\n")
R
cat > expected <<'TXT'
2018 | 2018 
9999 | 9999 
12000 | 1.2 &times; 10<sup>4</sup> 
12345.6 | 1.23456 &times; 10<sup>4</sup> 
99999 | 9.9999 &times; 10<sup>4</sup> 
123456 | 1.23456 &times; 10<sup>5</sup> 
1234567 | 1.234567 &times; 10<sup>6</sup> 
with scipen
2018 | 2018 
9999 | 9999 
12000 | 12000 
12345.6 | 12345.6 
99999 | 99999 
123456 | 123456 
1234567 | 1234567 
pander 1234.5 | _1234_ 
pander 12345.67 | _12346_ 
pander 100000.0 | _1e+05_ 
pander 123456.0 | _123456_ 

--------------
 year   share 
------ -------
 2016   4e-05 

 2017   0.445 
--------------

TXT
Rscript try.R > seen 2> log
diff expected seen
