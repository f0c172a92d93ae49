#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1 (PyPI), with python-docx 1.2.0 to write the document and to compare.
# Guess: a financial year kept on one line by Word's hyphen that does not break (Ctrl+Shift+Hyphen) is read
# with a hyphen, and ± from the list of symbols (Insert, Symbol) as ± or not at all with a sign of the loss.
# Seen: docx2txt and docx2python make one number of it, 201819; python-docx writes 2018-19. The ± is gone in
# docx2txt and python-docx, "550 ±5" is "550 5"; docx2python writes HTML among the text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0
cat > try.py <<'PY'
import docx, docx2python, docx2txt
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
for before, name, after in [("2018", "w:noBreakHyphen", "19"), ("550 ", "w:sym", "5")]:
    document = docx.Document()
    run = document.add_paragraph().add_run(before)
    sign = OxmlElement(name)
    if name == "w:sym":
        sign.set(qn("w:font"), "Symbol")
        sign.set(qn("w:char"), "F0B1")
    run._r.append(sign)
    run.add_text(after)
    document.save("a.docx")
    print("docx2txt", docx2txt.process("a.docx").strip())
    print("docx2python", docx2python.docx2python("a.docx").text.strip())
    print("python-docx", docx.Document("a.docx").paragraphs[0].text)
PY
cat > expected <<'TXT'
docx2txt 201819
docx2python 201819
python-docx 2018-19
docx2txt 550 5
docx2python 550 <span style=font-family:Symbol>&#x00B1;</span>5
python-docx 550 5
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
