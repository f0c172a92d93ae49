#!/usr/bin/env bash
# typst 0.15.2 (PyPI), its markup set as PDF, with pypdf 7.1.1 to read it.
# Guess: in a paragraph "~550", about 550, keeps its sign; "+ 5 more" keeps its plus; a figure put in by a script is set
# as it is written, 82109.50.
# Seen: ~ is a space: "~550 boxes" is 550 boxes, an estimate that looks counted. A line that begins with "+ 5 more" is
# "1. 5 more", "- 7 less" has a bullet for its minus. 82109.50 as a number is 82109.5 and 82109.0 is 82109, and
# #(2018-19) is 1999. Within a line -158 gets a minus and 2018-19 keeps its hyphen. \~ keeps the sign.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat > t.typ <<'TYP'
~550 boxes in 2018-19

fell to ~550 from \~600, by -158

+ 5 more

- 7 less

#82109.50 #82109.0 #(2018-19) #"82109.50"
TYP
cat > expected <<'TXT'
 550 boxes in 2018-19
fell to  550 from ~600, by −158
1. 5 more
• 7 less
82109.5 82109 1999 82109.50
TXT
v/bin/python -c "
import typst, pypdf
typst.compile('t.typ', output='t.pdf')
print(pypdf.PdfReader('t.pdf').pages[0].extract_text())" > seen 2> /dev/null
diff expected seen
