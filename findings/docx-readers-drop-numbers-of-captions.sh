#!/usr/bin/env bash
# mammoth 1.13.0, markitdown 0.1.9 (which reads with mammoth), python-docx 1.2.0 (PyPI); mammoth 1.13.0 (npm).
# Guess: the number that Word gives a caption by itself (Insert Caption) is text like the rest, in both ways
# in which a document may hold such a field.
# Seen: of the short way (w:fldSimple) the number is gone: "Figure : Boxes". Of the long way (w:fldChar) it
# stays. python-docx also leaves out what somebody inserted while changes were tracked: "Boxes " for "Boxes
# 560".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 "markitdown[docx]==0.1.9" python-docx==1.2.0
npm install --silent --no-audit --no-fund mammoth@1.13.0
cat > try.py <<'PY'
import subprocess
import docx, mammoth, markitdown
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
def text(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
ways = {
    "short": text("Figure ") + '<w:fldSimple w:instr=" SEQ Figure ">' + text("7") + "</w:fldSimple>" + text(": Boxes"),
    "long": text("Figure ") + mark("begin") + "<w:r><w:instrText> SEQ Figure </w:instrText></w:r>" + mark("separate") + text("7") + mark("end") + text(": Boxes"),
    "tracked": text("Boxes ") + '<w:ins w:id="1" w:author="Editor">' + text("560") + "</w:ins>",
}
for way, inside in ways.items():
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    document.save("a.docx")
    with open("a.docx", "rb") as file:
        print(way, "mammoth", mammoth.convert_to_html(file).value)
    print(way, "mammoth in node", subprocess.check_output(["node", "-e", "require('mammoth').convertToHtml({path: 'a.docx'}).then(r => console.log(r.value))"], text=True).strip())
    print(way, "markitdown", markitdown.MarkItDown().convert("a.docx").text_content.strip())
    print(way, "python-docx", docx.Document("a.docx").paragraphs[0].text.strip())
PY
cat > expected <<'TXT'
short mammoth <p>Figure : Boxes</p>
short mammoth in node <p>Figure : Boxes</p>
short markitdown Figure : Boxes
short python-docx Figure : Boxes
long mammoth <p>Figure 7: Boxes</p>
long mammoth in node <p>Figure 7: Boxes</p>
long markitdown Figure 7: Boxes
long python-docx Figure 7: Boxes
tracked mammoth <p>Boxes 560</p>
tracked mammoth in node <p>Boxes 560</p>
tracked markitdown Boxes 560
tracked python-docx Boxes
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
