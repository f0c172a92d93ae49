#!/usr/bin/env bash
# markdown-it 15.0.3 with its typographer and asciidoctor 4.1.0 (npm); pymdown-extensions 13.1.2 (smartsymbols) and
# Markdown 3.11.3 (smarty), PyPI.
# Guess: flags of statistics that stand in cells of a table, (c) confidential, (r) revised, two dots for not
# available, stay, since typographers mend quotation marks, dashes and the three dots of an ellipsis.
# Seen: (c) is a copyright sign and (r) a registered trade mark in three of them (in AsciiDoc without asking for it,
# in capitals), (p) stays. Two dots are an ellipsis in markdown-it, so that they are the other flag, three dots.
# smartsymbols makes three quarters of the day and month in 3/4/2018; the dash of 2018--19 is a long one in AsciiDoc.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdown-it@15.0.3 asciidoctor@4.1.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Markdown==3.11.3 pymdown-extensions==13.1.2
cat > try.mjs <<'JS'
import { execFileSync } from 'child_process'
import { convert } from 'asciidoctor'
import MarkdownIt from 'markdown-it'
const cells = ['(c)', '(C)', '12 (r)', '12 (R)', '12 (p)', '..', '...', '+-5', '3/4/2018', '2018-1/2', '2018--19']
const tell = (name, page) => console.log(name, '|', [...page.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell.replace(/<[^>]*>|&#8203;/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))).join(' | '))
const table = `| a | b |\n|---|---|\n${cells.map((cell, row) => `| ${row} | ${cell} |`).join('\n')}\n`.replaceAll(/\| \d+ \|/g, '| |')
const kept = page => page.replaceAll('<td></td>', '')
console.log('typed |', cells.join(' | '))
tell('markdown-it', kept(new MarkdownIt({ typographer: true }).render(table)))
tell('asciidoctor', await convert(`|===\n|a\n\n${cells.map(cell => `|${cell}`).join('\n\n')}\n|===\n`))
for (const extension of ['pymdownx.smartsymbols', 'smarty'])
  tell(extension, kept(execFileSync('v/bin/python', ['-c', 'import markdown, sys; print(markdown.markdown(sys.argv[1], extensions=["tables", sys.argv[2]]))', table, extension], { encoding: 'utf8' })))
JS
cat > expected <<'TXT'
typed | (c) | (C) | 12 (r) | 12 (R) | 12 (p) | .. | ... | +-5 | 3/4/2018 | 2018-1/2 | 2018--19
markdown-it | © | © | 12 ® | 12 ® | 12 (p) | … | … | ±5 | 3/4/2018 | 2018-1/2 | 2018–19
asciidoctor | (c) | © | 12 (r) | 12 ® | 12 (p) | .. | … | +-5 | 3/4/2018 | 2018-1/2 | 2018—19
pymdownx.smartsymbols | &copy; | (C) | 12 &reg; | 12 (R) | 12 (p) | .. | ... | +-5 | &frac34;/2018 | 2018-&frac12; | 2018--19
smarty | (c) | (C) | 12 (r) | 12 (R) | 12 (p) | .. | &hellip; | +-5 | 3/4/2018 | 2018-1/2 | 2018&ndash;19
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
