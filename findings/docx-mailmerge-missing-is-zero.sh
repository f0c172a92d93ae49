#!/usr/bin/env bash
# docx-mailmerge2 1.0.3 (PyPI), which fills the merge fields of a Word document.
# Guess: a missing figure, None, leaves its field empty, with a number format as without; a field with \# "0.0%" writes 44.5
# as 44.5%, since in Word the sign is only put behind; \# "#,##0;(#,##0)" writes -158 as (158); \b "about " stands before
# each figure.
# Seen: None is 0, 0% and £0.00 where the field has a number format, NONE with \* Upper, and empty only in a plain field. 44.5
# is 4450%, 0.445 is 44%: multiplied, and the decimal of the format is dropped. The format of negative figures is printed
# as it stands, -158;(#,##0). "about" is left out before 0. A figure given as text is not formatted.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check docx-mailmerge2==1.0.3 python-docx==1.2.0
cat > try.py <<'PY'
import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from mailmerge import MailMerge
formats = ["", '\\# "#,##0"', '\\# "0.0%"', '\\# "£0.00"', '\\# "#,##0;(#,##0)"', "\\* Upper", '\\b "about "']
form = docx.Document()
for said in formats:
    paragraph = form.add_paragraph()
    for kind in ["begin", None, "separate", "text", "end"]:
        run = paragraph.add_run("x" if kind == "text" else "")
        if kind is None:
            part = OxmlElement("w:instrText")
            part.text = f" MERGEFIELD figure {said} "
            run._r.append(part)
        elif kind != "text":
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
            run._r.append(part)
form.save("form.docx")
print(*(said or "plain" for said in formats), sep=" | ")
for figure in [None, 0, 44.5, 0.445, -158, 1234567.8, "1234567.8"]:
    with MailMerge("form.docx") as merge:
        merge.merge(figure=figure)
        merge.write("made.docx")
    print(repr(figure), *(paragraph.text for paragraph in docx.Document("made.docx").paragraphs), sep=" | ")
PY
cat > expected <<'TXT'
plain | \# "#,##0" | \# "0.0%" | \# "£0.00" | \# "#,##0;(#,##0)" | \* Upper | \b "about "
None |  | 0 | 0% | £0.00 | 0;(#,##0) | NONE | 
0 | 0 | 0 | 0% | £0.00 | 0;(#,##0) | 0 | 
44.5 | 44.5 | 44 | 4450% | £44.50 | 44;(#,##0) | 44.5 | about 44.5
0.445 | 0.445 | 0 | 44% | £0.45 | 0;(#,##0) | 0.445 | about 0.445
-158 | -158 | -158 | -15800% | £-158.00 | -158;(#,##0) | -158 | about -158
1234567.8 | 1234567.8 | 1,234,568 | 123456780% | £1234567.80 | 1,234,568;(#,##0) | 1234567.8 | about 1234567.8
'1234567.8' | 1234567.8 | 1234567.8 | 1234567.8 | 1234567.8 | 1234567.8 | 1234567.8 | about 1234567.8
TXT
env/bin/python -W ignore try.py > seen
diff expected seen
