#!/usr/bin/env bash
# LibreOffice Writer 7.4.7 (Debian 12: libreoffice-writer-nogui 4:7.4.7), saving a Word document as a Word document.
# Guess: a bookmark round a whole table (its start before the table, its end behind it, as both may stand in the body)
# comes back with one start and one end, round the table or round what is in it.
# Seen: the bookmark begins twice, under one name and two numbers: in the first cell and in the last; the one end
# belongs to the second start, the first is never ended. Who looks up the table by its name and number finds
# no end, or the last cell alone: `2021 96` is `96`.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
if ! command -v soffice > /dev/null; then
  sudo=(); if [ "$(id -u)" -ne 0 ]; then sudo=(sudo); fi
  "${sudo[@]}" apt-get update
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install --yes --no-install-recommends libreoffice-writer-nogui
fi
cat > write.py <<'PY'
import zipfile
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
paragraph = lambda text: f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
cell = lambda text: f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'
table = (
    '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/>'
    f'<w:gridCol w:w="2000"/></w:tblGrid><w:tr>{cell("2021")}{cell("96")}</w:tr></w:tbl>'
)
body = (
    paragraph("Before")
    + f'<w:bookmarkStart w:id="1" w:name="figures"/>{table}<w:bookmarkEnd w:id="1"/>'
    + paragraph("After")
)
parts = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{KIND}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
}
with zipfile.ZipFile("boxes.docx", "w") as written:
    for name, text in parts.items():
        written.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
PY
python3 write.py
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to 'docx:MS Word 2007 XML' \
  --outdir saved boxes.docx > /dev/null 2>&1
cat > read.py <<'PY'
import re, zipfile
text = zipfile.ZipFile("saved/boxes.docx").read("word/document.xml").decode()
seen = re.findall(r"<w:bookmark(Start|End) [^>]*?w:id=\"(\d+)\"|<w:t(?: [^>]*)?>([^<]*)<", text)
print(" ".join(words or kind + number for kind, number, words in seen))
PY
python3 read.py | tee seen
[ "$(cat seen)" = "Before Start0 2021 Start1 96 End1 After" ]
