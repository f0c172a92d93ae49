#!/usr/bin/env bash
# polars 2.1.0 with XlsxWriter 3.3.1 (PyPI), write_excel, whose cells are shown by xlsx (SheetJS) 0.18.5 (npm); flextable
# 0.8.4-1 with R 4.2.2 (Debian 12: r-cran-flextable), tables for Word, PowerPoint and HTML.
# Guess: the years 2018 and 2019, whole numbers in their column, are shown as such, and a share of 0.0004 and a rate of
# 12.5 with the digits they have.
# Seen: both write 2,018. polars gives whole numbers the format #,##0 and others three decimals: the share is shown,
# printed and saved as CSV as 0.000, the rate as 12.500; the cells hold the right numbers. In polars
# dtype_formats={polars.Int64: "0", polars.Float64: "General"} helps, in flextable colformat_num(big.mark = "").
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 XlsxWriter==3.3.1
npm install --silent --no-audit --no-fund xlsx@0.18.5
cat > try.py <<'PY'
import polars
table = polars.DataFrame({"year": [2018, 2019], "share": [0.0004, 0.445], "rate": [12.5, -3.25]})
table.write_excel("default.xlsx")
table.write_excel("given.xlsx", dtype_formats={polars.Int64: "0", polars.Float64: "General"})
PY
env/bin/python try.py
cat > try.R <<'R'
suppressPackageStartupMessages(library(flextable))
shown <- function(table) paste(sapply(seq_len(ncol(table$body$dataset)), function(column) table$body$content$content$data[[1, column]]$txt), collapse = " | ")
rows <- data.frame(whole = 2018L, double = 2018, text = "2018", share = 0.0004)
cat(shown(flextable(rows)), "\n")
cat(shown(colformat_num(flextable(rows), big.mark = "")), "\n")
R
{
  for name in default given; do
    node -e "const x = require('xlsx'); const book = x.readFile('$name.xlsx'); console.log(x.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]]))"
  done
  Rscript --vanilla try.R 2> /dev/null
} > seen
cat > expected <<'TXT'
year,share,rate
"2,018",0.000,12.500
"2,019",0.445,-3.250
year,share,rate
2018,0.0004,12.5
2019,0.445,-3.25
2,018 | 2,018 | 2018 | 0.0004 
2018 | 2018 | 2018 | 0.0004 
TXT
diff expected seen
