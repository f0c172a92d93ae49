#!/usr/bin/env bash
# docxtemplater 3.71.0 with pizzip 3.3.0 and easy-template-x 7.2.8, which fill Word documents, mustache 4.2.0, to
# compare handlebars 4.7.10 (npm), and chevron 0.14.0 (PyPI), another Mustache.
# Guess: in a list of years a year without a figure is left empty, or stops with an error; a count of 0 is a count.
# Seen: what a row lacks is looked for in the data around it: 2018 has 1100, which is the total of all years under the
# same name, in all but handlebars; in docxtemplater 2017 as well, whose figure is null. Without such a name
# docxtemplater prints the word "undefined". A section for a count of 0 is not printed, "not counted" is.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund docxtemplater@3.71.0 pizzip@3.3.0 easy-template-x@7.2.8 mustache@4.2.0 handlebars@4.7.10
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check chevron==0.14.0
cat > t.json <<'JSON'
{"boxes": 1100, "lost": 0, "rows": [{"year": 2016, "boxes": 550}, {"year": 2017, "boxes": null}, {"year": 2018}, {"year": 2019, "boxes": 550}]}
JSON
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import Docxtemplater from 'docxtemplater'
import { TemplateHandler } from 'easy-template-x'
import Mustache from 'mustache'
import Handlebars from 'handlebars'
const data = () => JSON.parse(readFileSync('t.json'))
const document = words => {
  const zip = new PizZip()
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', open = 'http://schemas.openxmlformats.org/'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  zip.file('[Content_Types].xml', `${head}<Types xmlns="${open}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`)
  zip.file('_rels/.rels', `${head}<Relationships xmlns="${open}package/2006/relationships"><Relationship Id="rId1" Type="${open}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
  zip.file('word/document.xml', `${head}<w:document xmlns:w="${open}wordprocessingml/2006/main"><w:body><w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p></w:body></w:document>`)
  return zip
}
const show = (name, zip) => console.log(name, '|', zip.file('word/document.xml').asText().replace(/<[^>]*>/g, '').trim())
const list = '{#rows}{year}: {boxes}; {/rows}total {boxes}', count = '{#lost}{lost} lost{/lost}{^lost}not counted{/lost}, {unknown}'
for (const words of [list, count]) {
  const filled = new Docxtemplater(document(words))
  filled.render(data())
  show('docxtemplater', filled.getZip())
}
show('easy-template-x', new PizZip(Buffer.from(await new TemplateHandler().process(document(list).generate({ type: 'nodebuffer' }), data()))))
const braces = list.replaceAll('{', '{{').replaceAll('}', '}}')
console.log('mustache |', Mustache.render(braces, data()))
console.log('handlebars |', Handlebars.compile(braces)(data()))
JS
cat > try.py <<'PY'
import json, chevron
print("chevron |", chevron.render("{{#rows}}{{year}}: {{boxes}}; {{/rows}}total {{boxes}}", json.load(open("t.json"))))
PY
cat > expected <<'TXT'
docxtemplater | 2016: 550; 2017: 1100; 2018: 1100; 2019: 550; total 1100
docxtemplater | not counted, undefined
easy-template-x | 2016: 550; 2017: ; 2018: 1100; 2019: 550; total 1100
mustache | 2016: 550; 2017: ; 2018: 1100; 2019: 550; total 1100
handlebars | 2016: 550; 2017: ; 2018: ; 2019: 550; total 1100
chevron | 2016: 550; 2017: ; 2018: 1100; 2019: 550; total 1100
TXT
{ node try.mjs; v/bin/python try.py; } > seen
diff expected seen
