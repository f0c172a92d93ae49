#!/usr/bin/env bash
# docxtpl 0.20.2 with python-docx 1.2.0 (PyPI), templates of Word documents.
# Guess: replace_pic() of a chart that stands in the document as SVG, with a PNG beside it for older programs, replaces
# the chart or refuses.
# Seen: the PNG is replaced, and the SVG of last year's figures stays: Word, which draws the SVG, shows the old chart,
# and other programs the new one.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0
cat > try.py <<'PY'
import io, struct, zipfile, zlib
import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from lxml import etree

def png(grey):
    def chunk(kind, held):
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes([0, grey]))) + chunk(b"IEND", b"")

report = docx.Document()
inline = report.add_picture(io.BytesIO(png(50)))._inline
inline.xpath(".//pic:cNvPr")[0].set("descr", "chart")
drawn = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">figures of 2025</text></svg>'
part = Part(PackURI("/word/media/chart.svg"), "image/svg+xml", drawn, report.part.package)
link = report.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")
inline.xpath(".//a:blip")[0].append(etree.fromstring(
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<s:svgBlip xmlns:s="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    f' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{link}"/></a:ext></a:extLst>'))
report.save("template.docx")
template = DocxTemplate("template.docx")
template.replace_pic("chart", io.BytesIO(png(200)))
template.render({})
template.save("report.docx")
made = zipfile.ZipFile("report.docx")
print("PNG is the", {png(50): "old one", png(200): "new one"}[made.read("word/media/image1.png")])
print("SVG says", made.read("word/media/chart.svg").decode().split(">")[2].split("<")[0])
print("SVG is still named by the picture |", b"svgBlip" in made.read("word/document.xml"))
PY
cat > expected <<'TXT'
PNG is the new one
SVG says figures of 2025
SVG is still named by the picture | True
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
