#!/usr/bin/env bash
# plutoprint 0.23.0 (PyPI), HTML to PDF.
# Guess: of a <switch> in an inline SVG, by which a chart has its words in several languages, the first part that fits is
# drawn, at least the one without a language; a link in the SVG is a link in the PDF, as one of the page is.
# Seen: nothing in a <switch> is drawn, not even its only part, bars included, without a word. Links and other words are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check plutoprint==0.23.0 pypdfium2==5.15.2
cat > try.py <<'PY'
import io
import plutoprint, pypdfium2
def say(name, page):
    book, out = plutoprint.Book(), io.BytesIO()
    book.load_html(page)
    book.write_to_pdf_stream(out)
    pdf = pypdfium2.PdfDocument(out.getvalue())[0]
    shapes = sum(1 for part in pdf.get_objects() if part.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH)
    print(name, "|", repr(pdf.get_textpage().get_text_bounded()), "| shapes", shapes, "| links", pypdfium2.raw.FPDFPage_GetAnnotCount(pdf))
say("link of the page", '<a href="https://example.org/source">Source</a>')
word = '<text x="10" y="30"{}>2018: 550</text>'
for name, body in {
    "plain words": word.format(""),
    "plain bar": '<rect width="9" height="9"/>',
    "switch of two languages": "<switch>" + word.format(' systemLanguage="cy"') + word.format("") + "</switch>",
    "switch of one": "<switch>" + word.format("") + "</switch>",
    "bar in a switch": '<switch><rect width="9" height="9"/></switch>',
    "link": '<a href="https://example.org/source">' + word.format("") + "</a>",
}.items():
    say(name, f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">{body}</svg>')
PY
v/bin/python try.py > seen
cat > expected <<'TXT'
link of the page | 'Source' | shapes 1 | links 1
plain words | '2018: 550' | shapes 0 | links 0
plain bar | '' | shapes 1 | links 0
switch of two languages | '' | shapes 0 | links 0
switch of one | '' | shapes 0 | links 0
bar in a switch | '' | shapes 0 | links 0
link | '2018: 550' | shapes 0 | links 1
TXT
diff expected seen
