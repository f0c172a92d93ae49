#!/usr/bin/env bash
# officer 0.6.0 with R 4.2.2 (Debian 12: r-cran-officer 0.6.0+dfsg-1), which writes Word and PowerPoint.
# Guess: an alternative text and a title of any words can be given, as the words of a paragraph can; a column of figures in a
# table is written in plain digits; docx_summary gives a caption as Word shows it, "Table 1: Boxes".
# Seen: `R&D`, quotation marks and `<5` in an alternative text end in an error of XML (paragraphs take them); they have to be
# escaped by oneself. In a table 158 beside a share of 0.00001 is `1.58e+02`, 100000 beside 0.3 `1e+05`, 1234567.89 loses its
# pence. In docx_summary the command of the field stands in place of the caption's number: `Table SEQ table \* Arabic: Boxes`.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.R <<'R'
suppressPackageStartupMessages(library(officer))
png <- as.raw(c(0x89,0x50,0x4e,0x47,0x0d,0x0a,0x1a,0x0a,0,0,0,0x0d,0x49,0x48,0x44,0x52,0,0,0,1,0,0,0,1,8,6,0,0,0,0x1f,0x15,0xc4,0x89,0,0,0,0x0d,0x49,0x44,0x41,0x54,0x78,0x9c,0x63,0xf8,0xcf,0xc0,0xf0,0x1f,0,5,0,1,0xff,0x56,0xc7,0x2f,0x0d,0,0,0,0,0x49,0x45,0x4e,0x44,0xae,0x42,0x60,0x82))
writeBin(png, "a.png")
try_words <- function(words) tryCatch({ words; "written" }, error = function(e) "error")
for (words in c("Boxes rose", "R&D rose", "R&amp;D rose", "the \"boxes\" rose", "fewer: <5")) {
  picture <- external_img("a.png", width = 2, height = 2, alt = words)
  slide <- add_slide(read_pptx(), "Title and Content", "Office Theme")
  cat(words, "| paragraph:", try_words(body_add_par(read_docx(), words)), "| Word:", try_words(body_add_fpar(read_docx(), fpar(picture))),
    "| PowerPoint:", try_words(ph_with(slide, picture, ph_location_type("body"))), "\n")
}
file <- body_add_table(read_docx(), data.frame(a = c(158, 0.00001), b = c(100000, 0.3), c = c(1234567.89, 1)))
file <- body_add_caption(file, block_caption("Boxes", style = "Normal", autonum = run_autonum(seq_id = "table")))
print(file, target = "a.docx")
seen <- docx_summary(read_docx("a.docx"))
cells <- seen[seen$content_type == "table cell", ]
for (column in 1:3) cat(cells$text[cells$cell_id == column], "\n")
cat(seen$text[seen$content_type == "paragraph"], sep = "\n")
R
Rscript --vanilla try.R > seen 2> /dev/null
cat > expected <<'TXT'
Boxes rose | paragraph: written | Word: written | PowerPoint: written 
R&D rose | paragraph: written | Word: error | PowerPoint: error 
R&amp;D rose | paragraph: written | Word: written | PowerPoint: written 
the "boxes" rose | paragraph: written | Word: error | PowerPoint: error 
fewer: <5 | paragraph: written | Word: error | PowerPoint: error 
a 1.58e+02 1.00e-05 
b 1e+05 3e-01 
c 1234568      1 
Table SEQ table \* Arabic: Boxes
TXT
diff expected seen
