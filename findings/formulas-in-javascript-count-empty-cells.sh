#!/usr/bin/env bash
# fast-formula-parser 1.0.19 and @formulajs/formulajs 4.6.1 (npm), which work out formulas of spreadsheets; to compare
# LibreOffice of Debian 12.
# Guess: for a row with 1, 2, an empty cell, the text "4" and 5 they say what a spreadsheet says: two figures are below 3, the
# sum is 8; a month after 31 January is 28 February, "(12)" is minus twelve, and a gap does not spoil a correlation.
# Seen: both count the empty cell as below 3. In fast-formula-parser IF takes it for true, and EDATE gives 3 March. In
# formulajs the sum is 12, as the text counts, while the mean leaves it out and is 8 by 3; VALUE("(12)") is 12, and of two
# columns that rise together the correlation with a gap in one is 0.65, though the slope is 1. AVERAGEIF of figures with a gap
# is not a number. LibreOffice is right in all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19 @formulajs/formulajs@4.6.1
cat > try.mjs <<'JS'
import * as formulajs from '@formulajs/formulajs'
import FormulaParser from 'fast-formula-parser'
const row = [1, 2, null, '4', 5]
const parser = new FormulaParser({ onCell: ({ col }) => row[col - 1], onRange: () => [row] })
for (const formula of ['SUM(A1:E1)', 'AVERAGE(A1:E1)', 'COUNTIF(A1:E1,"<3")', 'IF(C1,"true","false")', 'TEXT(EDATE(DATE(2018,1,31),1),"yyyy-mm-dd")']) {
  console.log('fast-formula-parser', formula, parser.parse(formula, { row: 9, col: 9, sheet: 'S' }))
}
console.log('formulajs SUM', formulajs.SUM(row), 'AVERAGE', formulajs.AVERAGE(row), 'COUNTIF', formulajs.COUNTIF(row, '<3'))
console.log('formulajs VALUE', formulajs.VALUE('1,644'), formulajs.VALUE('44%'), formulajs.VALUE('(12)'))
console.log('formulajs SLOPE', formulajs.SLOPE([1, null, 3], [1, 2, 3]), 'CORREL', formulajs.CORREL([1, null, 3], [1, 2, 3]).toFixed(2), 'AVERAGEIF', formulajs.AVERAGEIF([1, null, 3], '>0'))
JS
cat > b.fods <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">
<table:table-row><table:table-cell office:value-type="float" office:value="1"/><table:table-cell office:value-type="float" office:value="2"/><table:table-cell/><table:table-cell office:value-type="string"><text:p>4</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1"/><table:table-cell/><table:table-cell office:value-type="float" office:value="3"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1"/><table:table-cell office:value-type="float" office:value="2"/><table:table-cell office:value-type="float" office:value="3"/></table:table-row>
<table:table-row><table:table-cell table:formula="of:=SUM([.A1:.E1])"/><table:table-cell table:formula="of:=AVERAGE([.A1:.E1])"/><table:table-cell table:formula="of:=COUNTIF([.A1:.E1];&quot;&lt;3&quot;)"/><table:table-cell table:formula="of:=IF([.C1];&quot;true&quot;;&quot;false&quot;)"/><table:table-cell table:formula="of:=TEXT(EDATE(DATE(2018;1;31);1);&quot;yyyy-mm-dd&quot;)"/><table:table-cell table:formula="of:=VALUE(&quot;(12)&quot;)"/><table:table-cell table:formula="of:=CORREL([.A2:.C2];[.A3:.C3])"/><table:table-cell table:formula="of:=AVERAGEIF([.A2:.C2];&quot;&gt;0&quot;)"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>
XML
cat > expected <<'TXT'
fast-formula-parser SUM(A1:E1) 8
fast-formula-parser AVERAGE(A1:E1) 2.6666666666666665
fast-formula-parser COUNTIF(A1:E1,"<3") 3
fast-formula-parser IF(C1,"true","false") true
fast-formula-parser TEXT(EDATE(DATE(2018,1,31),1),"yyyy-mm-dd") 2018-03-03
formulajs SUM 12 AVERAGE 2.6666666666666665 COUNTIF 3
formulajs VALUE 1644 0.44 12
formulajs SLOPE 1 CORREL 0.65 AVERAGEIF NaN
LibreOffice 8,2.66666666666667,2,false,2018-02-28,-12,1,2
TXT
{ node try.mjs; soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to csv b.fods > log 2>&1; echo "LibreOffice $(sed -n 4p b.csv)"; } > seen 2>> log
diff expected seen
