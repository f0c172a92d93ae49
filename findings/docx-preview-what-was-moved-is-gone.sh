#!/usr/bin/env bash
# docx-preview 0.4.1 with jsdom 29.1.1 (npm), which shows Word documents in web pages; the document is made by python-docx 1.2.0 (PyPI).
# Guess: the page shows what Word does: a sentence that was moved while changes were tracked stands in its new place, a figure
# struck out twice is struck out, and the picture keeps its alternative text.
# Seen: the sentence that was moved is in neither place. The picture has no alternative text. 550, struck out twice, is plain
# beside 560. 2018/19 written with Word's hyphen that does not break is 201819, and the number of a caption in the short
# form (w:fldSimple) is gone. Insertions, single strikes, raised marks and content controls are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check --no-compile python-docx==1.2.0
npm install --silent --no-audit --no-fund docx-preview@0.4.1 jsdom@29.1.1
cat > make.py <<'PY'
import base64, io
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
document = docx.Document()
png = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
document.add_picture(io.BytesIO(png))._inline.docPr.set("descr", "Boxes rose to 550")
def run(words, mark=""):
    return f"<w:r><w:rPr>{mark}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"
by = 'w:author="a" w:date="2020-01-01T00:00:00Z"'
for inside in [
    f'<w:moveFrom w:id="1" {by}>' + run("Provisional: 560") + "</w:moveFrom>" + run("old place"),
    f'<w:moveTo w:id="2" {by}>' + run("Provisional: 560") + "</w:moveTo>" + run("new place"),
    f'<w:ins w:id="3" {by}>' + run("570") + "</w:ins>" + run(" inserted"),
    run("550", "<w:strike/>") + run(" 560 struck"),
    run("550", "<w:dstrike/>") + run(" 560 struck twice"),
    run("1,234") + run("1", '<w:vertAlign w:val="superscript"/>') + run(" raised"),
    run("2018") + "<w:r><w:noBreakHyphen/></w:r>" + run("19"),
    run("Figure ") + '<w:fldSimple w:instr=" SEQ Figure ">' + run("3") + "</w:fldSimple>" + run(": Boxes"),
    "<w:sdt><w:sdtContent>" + run("550 in a control") + "</w:sdtContent></w:sdt>",
]:
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
document.save("t.docx")
PY
v/bin/python make.py
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { JSDOM } from 'jsdom'
const { window } = new JSDOM('<body><div></div></body>')
for (const key of ['window', 'document', 'DOMParser', 'Node', 'HTMLElement', 'Element', 'XMLSerializer']) {
  Object.defineProperty(globalThis, key, { value: key === 'window' ? window : window[key], configurable: true })
}
const { renderAsync } = await import('docx-preview')
const page = document.querySelector('div')
await renderAsync(readFileSync('t.docx'), page, null, { useBase64URL: true })
console.log('picture | alternative text', page.querySelector('img').getAttribute('alt'))
for (const paragraph of [...page.querySelectorAll('article p')].slice(1)) {
  for (const run of paragraph.querySelectorAll('span')) if (run.style.textDecoration) run.textContent = '~~' + run.textContent + '~~'
  for (const mark of paragraph.querySelectorAll('sup')) mark.textContent = '^' + mark.textContent
  console.log(paragraph.textContent)
}
process.exit()
JS
node try.mjs > seen 2>&1
cat > expected <<'TXT'
picture | alternative text null
old place
new place
570 inserted
~~550~~ 560 struck
550 560 struck twice
1,234^1 raised
201819
Figure : Boxes
550 in a control
TXT
diff expected seen
