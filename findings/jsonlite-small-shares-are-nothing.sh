#!/usr/bin/env bash
# jsonlite 1.8.4 and rjson 0.2.21 with R 4.2.2 (Debian 12: r-cran-jsonlite 1.8.4+dfsg-1, r-cran-rjson 0.2.21-1), figures
# written as JSON for charts in pages.
# Guess: toJSON() writes a share with its digits, 0.00004 as 4e-05, and what is missing as null, which fromJSON() reads as
# missing; a text in quotation marks stays text.
# Seen: jsonlite keeps four decimals: 4 in 100,000 is 0, 1 in 3 is 0.3333 (digits = NA keeps all). A missing figure of a
# vector is the text "NA" in both, in a table of jsonlite the cell is left out, in one of rjson "NA" again. Read by jsonlite,
# a list of nothing but "NA", Namibia, is missing.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
shares <- c(0.00004, 0.00044, 1/3, 82109.45678); gap <- c(5, NA)
rows <- data.frame(year = c(2017, 2018), boxes = gap)
say <- function(name, text) cat(name, "|", text, "\n")
say("jsonlite", jsonlite::toJSON(shares)); say("jsonlite, digits = NA", jsonlite::toJSON(shares, digits = NA)); say("rjson", rjson::toJSON(shares))
say("gap, jsonlite", jsonlite::toJSON(gap)); say("gap, rjson", rjson::toJSON(gap)); say("gap of a text, jsonlite", jsonlite::toJSON(c("p", NA)))
say("table, jsonlite", jsonlite::toJSON(rows)); say("table, rjson", rjson::toJSON(rows))
for (text in c('["NA"]', '["NA","GB"]', '[5,null]')) { seen <- jsonlite::fromJSON(text); say(paste("read", text), c(class(seen), format(seen), "missing", is.na(seen))) }
R
Rscript --vanilla try.R > seen 2> log
cat > expected <<'TXT'
jsonlite | [0,0.0004,0.3333,82109.4568] 
jsonlite, digits = NA | [4e-05,0.00044,0.333333333333333,82109.45678] 
rjson | [4e-05,0.00044,0.333333333333333,82109.45678] 
gap, jsonlite | [5,"NA"] 
gap, rjson | [5,"NA"] 
gap of a text, jsonlite | ["p",null] 
table, jsonlite | [{"year":2017,"boxes":5},{"year":2018}] 
table, rjson | {"year":[2017,2018],"boxes":[5,"NA"]} 
read ["NA"] | logical NA missing TRUE 
read ["NA","GB"] | character NA GB missing FALSE FALSE 
read [5,null] | integer  5 NA missing FALSE TRUE 
TXT
diff expected seen
