#!/usr/bin/env bash
# poorman 0.2.6-1 with R 4.2.2 (Debian 12: r-cran-poorman), the verbs of dplyr without what dplyr needs.
# Guess: as in dplyr a missing area is a group of its own, NA, in count() and summarise(), and mutate() by area changes
# no other column of its rows.
# Seen: rows without an area are in no count and no sum, 15 of 22. mutate() by area makes their year and figure missing
# as well, though it was told to add one column; ungrouped all is there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(poorman))
rows <- data.frame(area = c("North", "South", "South", NA), year = c(2018, 2018, 2019, 2018), boxes = c(6, 5, 4, 7))
say <- function(name, table) for (n in seq_len(nrow(table))) cat(name, "|", format(unlist(lapply(table[n, ], as.character))), "\n")
say("count", as.data.frame(rows %>% count(area)))
say("summarise", as.data.frame(rows %>% group_by(area) %>% summarise(boxes = sum(boxes))))
say("mutate", as.data.frame(rows %>% group_by(area) %>% mutate(all = sum(boxes))))
say("mutate, ungrouped", rows %>% mutate(all = sum(boxes)))
R
Rscript --vanilla try.R > seen
cat > expected <<'TXT'
count | North 1     
count | South 2     
summarise | North 6     
summarise | South 9     
mutate | North 2018  6     6     
mutate | South 2018  5     9     
mutate | South 2019  4     9     
mutate | NA NA NA NA 
mutate, ungrouped | North 2018  6     22    
mutate, ungrouped | South 2018  5     22    
mutate, ungrouped | South 2019  4     22    
mutate, ungrouped | NA   2018 7    22   
TXT
diff expected seen
