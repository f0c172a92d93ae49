#!/usr/bin/env bash
# mailparser 3.14.2 and html-to-text 10.0.1 (npm), by which programs read and write the plain text of an e-mail.
# Guess: of an e-mail with a table of boxes by year (HTML alone) the text has each year and figure as a word of its own.
# Seen: the cells run together, 2018 with 550 is 2018550, and so do terms and what they mean, and the labels of an inline
# chart. Of a list in which 2020 follows 2018 (value="2020") it is 2019. 1,234 with a raised mark 1 is 1,2341. html-to-text
# keeps cells apart where it is told to by { selectors: [{ selector: 'table', format: 'dataTable' }] }.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mailparser@3.14.2 html-to-text@10.0.1
cat > try.cjs <<'JS'
const { convert } = require('html-to-text')
const { simpleParser } = require('mailparser')
const head = ['From: Office <office@example.org>', 'Subject: Boxes', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '', ''].join('\r\n')
const table = '<table><tr><th>Year</th><th>Boxes</th></tr><tr><td>2018</td><td>550</td></tr></table>'
;(async () => {
  for (const body of [table, '<dl><dt>p</dt><dd>provisional</dd></dl>', '<svg><text>2018</text><text>550</text></svg>',
    '<ol start="2018"><li>Boxes</li><li value="2020">Cans</li></ol>', '<p>1,234<sup>1</sup></p>']) {
    console.log('mailparser', JSON.stringify((await simpleParser(head + body)).text), 'html-to-text', JSON.stringify(convert(body)))
  }
  console.log('dataTable', JSON.stringify(convert(table, { selectors: [{ selector: 'table', format: 'dataTable' }] })))
})()
JS
cat > expected <<'TXT'
mailparser "YearBoxes2018550" html-to-text "YearBoxes2018550"
mailparser "pprovisional" html-to-text "pprovisional"
mailparser "2018550" html-to-text "2018550"
mailparser " 2018. Boxes\n 2019. Cans" html-to-text " 2018. Boxes\n 2019. Cans"
mailparser "1,2341" html-to-text "1,2341"
dataTable "YEAR   BOXES\n2018   550"
TXT
node try.cjs > seen 2> log
diff expected seen
