#!/usr/bin/env bash
# citeproc 2.4.63 (npm), citeproc-js 1.4.63, with a style and a language of a few lines.
# Guess: a date given as `raw` that is no date, the financial year 2017/18, is printed as it is, as 2017–18 with a
# dash and 2019-Q2 are; a day that begins and ends a range is printed once; `edtf`, as newer CSL-JSON has it, is
# read or refused.
# Seen: 2017/18 is Summer 2017, and 2018-19 Autumn 2018, since months above 12 are seasons, also in date-parts;
# 2009-10 is October. Of "year to March 2020" and of "17 July 2018 to 3 August 2018" the last date is printed. A
# range of one day is "3–3 September 2018". `edtf` is printed as no date at all. An open end is [0]; [] is
# refused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund citeproc@2.4.63
cat > try.cjs <<'JS'
const CSL = require('citeproc')
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const terms = [...months.map((word, at) => [`month-${String(at + 1).padStart(2, '0')}`, word]), ...['Spring', 'Summer', 'Autumn', 'Winter'].map((word, at) => [`season-0${at + 1}`, word])]
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-GB"><date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date><terms>${terms.map(([name, word]) => `<term name="${name}">${word}</term>`).join('')}</terms></locale>`
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-GB"><info><title>t</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><group delimiter=" "><text variable="title"/><date variable="issued" form="text"/></group></layout></bibliography></style>`
for (const issued of [...['2018-09', '2017/18', '2018-19', '2009-10', '2017–18', '2019-Q2', 'year to March 2020', '17 July 2018 to 3 August 2018', 'April 2009/March 2010'].map(raw => ({ raw })),
  ...[[[2018, 13]], [[2018, 9, 3], [2018, 9, 3]], [[2018], [0]], [[2018], []]].map(parts => ({ 'date-parts': parts })), { edtf: '2018-09' }]) {
  const said = () => {
    const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => ({ id: 'a', type: 'report', title: 'A', issued }) }, style)
    engine.setOutputFormat('text')
    engine.updateItems(['a'])
    return engine.makeBibliography()[1][0].trim()
  }
  try { console.log(JSON.stringify(issued), '|', said()) } catch { console.log(JSON.stringify(issued), '| refused') }
}
JS
cat > expected <<'TXT'
{"raw":"2018-09"} | A September 2018
{"raw":"2017/18"} | A Summer 2017
{"raw":"2018-19"} | A Autumn 2018
{"raw":"2009-10"} | A October 2009
{"raw":"2017–18"} | A 2017–18
{"raw":"2019-Q2"} | A 2019-Q2
{"raw":"year to March 2020"} | A March 2020
{"raw":"17 July 2018 to 3 August 2018"} | A 3 August 2018
{"raw":"April 2009/March 2010"} | A April 2009–March 2010
{"date-parts":[[2018,13]]} | A Spring 2018
{"date-parts":[[2018,9,3],[2018,9,3]]} | A 3–3 September 2018
{"date-parts":[[2018],[0]]} | A 2018–
{"date-parts":[[2018],[]]} | refused
{"edtf":"2018-09"} | A
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
