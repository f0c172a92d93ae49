#!/usr/bin/env bash
# sdmx-json-parser 0.3.1 (npm), which makes rows of SDMX-JSON 2.0; the message comes from an address that holds it.
# Guess: a figure without a flag has none; a flag of the whole data set (its title, say) stands beside those of the
# figures or is left out; a second data set, of figures that are deleted, is told apart from the first.
# Seen: a figure without a flag has the first one of the list, here "confidential". With an attribute of the whole data
# set each flag is looked up in the list of another attribute: thousands become units, and a final figure is
# confidential. A deleted figure takes the place of the one that stays: North has 99, which was withdrawn.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund sdmx-json-parser@0.3.1
cat > try.cjs <<'JS'
const { SDMXParser } = require('sdmx-json-parser')
const list = (id, ...names) => ({ id, name: id, values: names.map(name => ({ id: name, name })) })
async function say(name, dataSets, ofTheWhole = []) {
  const structure = {
    name: 'boxes', names: { en: 'boxes' },
    dimensions: { dataSet: [], series: [{ ...list('AREA', 'North', 'South'), keyPosition: 0 }], observation: [{ ...list('YEAR', '2017', '2018'), keyPosition: 1 }] },
    attributes: { dataSet: ofTheWhole, series: [list('MULTIPLIER', 'units', 'thousands')], observation: [list('STATUS', 'confidential', 'provisional', 'final')] },
  }
  const message = { data: { dataSets, structures: [structure] } }
  const parser = new SDMXParser()
  await parser.getDatasets(`data:application/json,${encodeURIComponent(JSON.stringify(message))}#format=jsondata`)
  for (const row of parser.getData()) console.log(name, '|', JSON.stringify(row))
}
(async () => {
  const figures = () => ({ action: 'Append', series: { 0: { attributes: [1], observations: { 0: [550, 2], 1: [560, null] } }, 1: { attributes: [1], observations: { 0: [7] } } } })
  await say('figures', [figures()])
  await say('with a title', [{ ...figures(), attributes: [0] }], [list('TITLE', 'Boxes sent')])
  await say('with a deletion', [figures(), { action: 'Delete', series: { 0: { attributes: [1], observations: { 0: [99, 2] } } } }])
})()
JS
cat > expected <<'TXT'
figures | {"AREA":"North","value":550,"YEAR":"2017","MULTIPLIER":"thousands","STATUS":"final"}
figures | {"AREA":"North","value":560,"YEAR":"2018","MULTIPLIER":"thousands","STATUS":"confidential"}
figures | {"AREA":"South","value":7,"YEAR":"2017","MULTIPLIER":"thousands","STATUS":"confidential"}
with a title | {"AREA":"North","value":550,"YEAR":"2017","STATUS":"confidential"}
with a title | {"AREA":"North","value":560,"YEAR":"2018","MULTIPLIER":"units","STATUS":"confidential"}
with a title | {"AREA":"South","value":7,"YEAR":"2017","MULTIPLIER":"units","STATUS":"confidential"}
with a deletion | {"AREA":"North","value":99,"YEAR":"2017","MULTIPLIER":"thousands","STATUS":"final"}
with a deletion | {"AREA":"North","value":560,"YEAR":"2018","MULTIPLIER":"thousands","STATUS":"confidential"}
with a deletion | {"AREA":"South","value":7,"YEAR":"2017","MULTIPLIER":"thousands","STATUS":"confidential"}
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
