#!/usr/bin/env bash
# rio 0.5.29 and sjlabelled 1.2.0, to compare haven 2.5.1 and foreign 0.8.84, with R 4.2.2 (Debian 12: r-cran-rio,
# r-cran-sjlabelled, r-cran-haven, r-cran-foreign), a file of SPSS in which 999 has the label "refused".
# Guess: where values become their labels, those without one stay what they are, 100 and 250, as in haven and foreign.
# Seen: in rio (factorize, characterize) and sjlabelled (as_label, as_character) every income is missing, without a warning,
# and "refused" is the only one left; a CSV file written from it has empty cells. Take only the columns whose values all
# have labels.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(haven))
write_sav(data.frame(income = labelled(c(100, 250, 999, NA), labels = c(refused = 999)), sex = labelled(c(1, 2, 2, 1), labels = c(man = 1, woman = 2))), "t.sav")
rows <- rio::import("t.sav")
say <- function(name, figures) cat(name, "|", as.character(figures), "\n")
say("haven as_factor", as_factor(read_sav("t.sav"))$income)
say("foreign", suppressWarnings(foreign::read.spss("t.sav", to.data.frame = TRUE))$income)
say("rio factorize", rio::factorize(rows)$income)
say("rio characterize", rio::characterize(rows)$income)
say("rio characterize, sex", rio::characterize(rows)$sex)
say("sjlabelled as_label", sjlabelled::as_label(rows$income))
say("sjlabelled as_character", sjlabelled::as_character(rows$income))
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
haven as_factor | 100 250 refused NA 
foreign | 100 250 refused NA 
rio factorize | NA NA refused NA 
rio characterize | NA NA refused NA 
rio characterize, sex | man woman woman man 
sjlabelled as_label | NA NA refused NA 
sjlabelled as_character | NA NA refused NA 
TXT
diff expected seen
