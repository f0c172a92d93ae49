#!/usr/bin/env bash
# pypdf 7.1.1, PyMuPDF 2.0.0, pikepdf 10.18.0 (PyPI), pdf-lib 1.17.1 (npm).
# Guess: a new title that is set in a PDF is its title: it is written also into the metadata (XMP), from where PDF/UA
# and PDF/A take it, or the old metadata are dropped.
# Seen: all four write it into the older list (Info) alone: the report of 2026 is that of 2025 for who reads the
# metadata, and the file says both. pikepdf's open_metadata() writes both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund pdf-lib@1.17.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pypdf==7.1.1 PyMuPDF==2.0.0 pikepdf==10.18.0
cat > make.py <<'PY'
import pikepdf
pdf = pikepdf.Pdf.new()
pdf.add_blank_page()
with pdf.open_metadata() as metadata:
    metadata["dc:title"] = "Boxes in 2025"
pdf.docinfo["/Title"] = "Boxes in 2025"
pdf.save("old.pdf")
PY
cat > try.mjs <<'JS'
import { readFileSync, writeFileSync } from 'fs'
import { PDFDocument } from 'pdf-lib'
const pdf = await PDFDocument.load(readFileSync('old.pdf'))
pdf.setTitle('Boxes in 2026')
writeFileSync('pdf-lib.pdf', await pdf.save())
JS
cat > try.py <<'PY'
import re
import pikepdf, pymupdf, pypdf
new = "Boxes in 2026"
writer = pypdf.PdfWriter(clone_from="old.pdf")
writer.add_metadata({"/Title": new})
writer.write("pypdf.pdf")
pdf = pymupdf.open("old.pdf")
pdf.set_metadata({**pdf.metadata, "title": new})
pdf.save("pymupdf.pdf")
pdf = pikepdf.open("old.pdf")
pdf.docinfo["/Title"] = new
pdf.save("pikepdf, docinfo.pdf")
pdf = pikepdf.open("old.pdf")
with pdf.open_metadata() as metadata:
    metadata["dc:title"] = new
pdf.save("pikepdf, open_metadata.pdf")
for tool in ["old", "pypdf", "pymupdf", "pdf-lib", "pikepdf, docinfo", "pikepdf, open_metadata"]:
    pdf = pikepdf.open(tool + ".pdf")
    xmp = pdf.Root.Metadata.read_bytes().decode()
    print(tool, "| Info:", pdf.docinfo["/Title"], "| XMP:", *re.findall(r"Boxes in \d+", xmp))
PY
v/bin/python make.py
node try.mjs
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
old | Info: Boxes in 2025 | XMP: Boxes in 2025
pypdf | Info: Boxes in 2026 | XMP: Boxes in 2025
pymupdf | Info: Boxes in 2026 | XMP: Boxes in 2025
pdf-lib | Info: Boxes in 2026 | XMP: Boxes in 2025
pikepdf, docinfo | Info: Boxes in 2026 | XMP: Boxes in 2025
pikepdf, open_metadata | Info: Boxes in 2026 | XMP: Boxes in 2026
TXT
diff expected seen
