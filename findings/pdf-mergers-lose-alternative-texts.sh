#!/usr/bin/env bash
# pypdf 7.1.1, pikepdf 10.18.0 (with qpdf 12.4.2), PyMuPDF 2.0.0 (PyPI), pdf-lib 1.17.1 (npm): pages of several PDF
# files put into one.
# Guess: the alternative text of a tagged page goes along with the page; files attached to the document may stay
# behind.
# Seen: none of the four takes it along, nor the language, the tags or the attached data. Where pages are added to a
# document that is there already (pikepdf), its own text stays, and stands for the picture of the new page too: both
# pages have the number 0 in the list of tags, so that the crates are read out as boxes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pypdf==7.1.1 pikepdf==10.18.0 PyMuPDF==2.0.0
npm install --silent --no-audit --no-fund pdf-lib@1.17.1
cat > make.py <<'PY'
from pikepdf import Array, Dictionary, Name, Pdf
for word in ("boxes", "crates"):
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    page.Contents = pdf.make_stream(f"/Figure <</MCID 0>> BDC BT /F1 12 Tf 10 50 Td ({word}) Tj ET EMC".encode())
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    figure = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, Pg=page.obj, K=0, Alt=f"A chart of {word}."))
    root.K = Array([figure])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([figure])])))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo, pdf.Root.Lang = root, Dictionary(Marked=True), "en-GB"
    pdf.attachments[word + ".csv"] = b"period,value\n2018,550\n"
    pdf.save(word + ".pdf")
PY
cat > merge.mjs <<'JS'
import { readFileSync, writeFileSync } from 'fs'
import { PDFDocument } from 'pdf-lib'
const merged = await PDFDocument.create()
for (const word of ['boxes', 'crates']) {
  const pdf = await PDFDocument.load(readFileSync(word + '.pdf'))
  for (const page of await merged.copyPages(pdf, pdf.getPageIndices())) merged.addPage(page)
}
writeFileSync('pdf-lib.pdf', await merged.save())
JS
cat > try.py <<'PY'
import pikepdf, pymupdf, pypdf
files = ["boxes.pdf", "crates.pdf"]
writer = pypdf.PdfWriter()
for file in files:
    writer.append(file)
writer.write("pypdf.pdf")
joined = pymupdf.open()
for file in files:
    joined.insert_pdf(pymupdf.open(file))
joined.save("pymupdf.pdf")
new = pikepdf.Pdf.new()
for file in files:
    new.pages.extend(pikepdf.open(file).pages)
new.save("pikepdf.pdf")
added = pikepdf.open(files[0])
added.pages.extend(pikepdf.open(files[1]).pages)
added.save("pikepdf-added.pdf")
def read_out(pdf, page):
    """What the list of tags says of the first marked thing on a page, as a reader looks it up."""
    if "/StructTreeRoot" not in pdf.Root or "/StructParents" not in page:
        return "nothing"
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return str(dict(zip(numbers[::2], numbers[1::2]))[page.StructParents][0].Alt)
for name in ["boxes", "pypdf", "pymupdf", "pdf-lib", "pikepdf", "pikepdf-added"]:
    pdf = pikepdf.open(name + ".pdf")
    print(name, "|", *[read_out(pdf, page) for page in pdf.pages], "|", pdf.Root.get("/Lang", "no language"), "|", *pdf.attachments)
PY
v/bin/python make.py
node merge.mjs
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
boxes | A chart of boxes. | en-GB | boxes.csv
pypdf | nothing nothing | no language |
pymupdf | nothing nothing | no language |
pdf-lib | nothing nothing | no language |
pikepdf | nothing nothing | no language |
pikepdf-added | A chart of boxes. A chart of boxes. | en-GB | boxes.csv
TXT
diff expected seen
