#!/usr/bin/env bash
# docxcompose 2.2.0 with python-docx 1.2.0 (PyPI), which puts Word documents one behind the other.
# Guess: a comment in the second document, "not checked", comes along with the words that it stands at, as footnotes
# do, or is left out.
# Seen: it is left out, but its place stays and has the number of the comment of the first document: "checked with the
# force" stands at both figures.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check docxcompose==2.2.0 python-docx==1.2.0
cat > try.py <<'PY'
import docx
from docxcompose.composer import Composer
def document(words, comment):
    made = docx.Document()
    made.add_comment(made.add_paragraph(words).runs, text=comment, author="Ann Rowe")
    return made
composer = Composer(document("550 boxes", "checked with the force"))
composer.append(document("850 crates", "not checked"))
composer.save("report.docx")
report = docx.Document("report.docx")
comments = {str(comment.comment_id): comment.text for comment in report.comments}
for paragraph in report.paragraphs:
    print(paragraph.text, "|", *[comments[number] for number in paragraph._p.xpath(".//w:commentReference/@w:id")])
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
550 boxes | checked with the force
850 crates | checked with the force
TXT
diff expected seen
