#!/usr/bin/env bash
# fast-xml-parser 5.12.1 and xml2js 0.6.2, to compare xml-js 1.6.11 with compact: false (npm), which make objects of XML
# and XML of them again.
# Guess: what is read and written again without a change says the same: the code 007 of an element, the number 1.10 of a
# table, a minus given by its number, &#8722;158, the order of words and figures in a sentence.
# Seen: in fast-xml-parser the code is 7, the table 1.1 and 12E5 is 1200000, &#8722; is not read and comes back as
# letters, &amp;#8722;158, and an attribute "true" loses its value. In both the sentence loses its order: "rose to 550
# boxes in 2018, from 500" has its figures behind or before all words. xml-js is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund fast-xml-parser@5.12.1 xml2js@0.6.2 xml-js@1.6.11
cat > try.mjs <<'JS'
import { XMLParser, XMLBuilder } from 'fast-xml-parser'
import xml2js from 'xml2js'
import convert from 'xml-js'
const settings = { ignoreAttributes: false }
for (const text of [
  '<obs><area>007</area><table>1.10</table><offence>12E5</offence></obs>',
  '<obs><change>&#8722;158 &amp; more</change><value withheld="true"/></obs>',
  '<p>rose to <b>550</b> boxes in <i>2018</i>, from <b>500</b></p>',
]) {
  console.log('text           ', text)
  console.log('fast-xml-parser', new XMLBuilder(settings).build(new XMLParser(settings).parse(text)))
  console.log('xml2js         ', new xml2js.Builder({ headless: true, renderOpts: { pretty: false } }).buildObject(await xml2js.parseStringPromise(text)))
  console.log('xml-js         ', convert.json2xml(convert.xml2json(text, { compact: false }), { compact: false }))
}
JS
cat > expected <<'TXT'
text            <obs><area>007</area><table>1.10</table><offence>12E5</offence></obs>
fast-xml-parser <obs><area>7</area><table>1.1</table><offence>1200000</offence></obs>
xml2js          <obs><area>007</area><table>1.10</table><offence>12E5</offence></obs>
xml-js          <obs><area>007</area><table>1.10</table><offence>12E5</offence></obs>
text            <obs><change>&#8722;158 &amp; more</change><value withheld="true"/></obs>
fast-xml-parser <obs><change>&amp;#8722;158 &amp; more</change><value withheld></value></obs>
xml2js          <obs><change>−158 &amp; more</change><value withheld="true"/></obs>
xml-js          <obs><change>−158 &amp; more</change><value withheld="true"/></obs>
text            <p>rose to <b>550</b> boxes in <i>2018</i>, from <b>500</b></p>
fast-xml-parser <p><b>550</b><b>500</b><i>2018</i>rose toboxes in, from</p>
xml2js          <p>rose to  boxes in , from <b>550</b><b>500</b><i>2018</i></p>
xml-js          <p>rose to <b>550</b> boxes in <i>2018</i>, from <b>500</b></p>
TXT
node try.mjs > seen
diff expected seen
