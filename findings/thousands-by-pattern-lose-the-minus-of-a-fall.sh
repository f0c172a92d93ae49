#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5 and @gooddata/numberjs 4.0.3, to compare numfmt 4.0.1 (npm), which print numbers by the patterns of
# spreadsheets.
# Guess: by [>=1000000]0.0,,"M";[>=1000]0,"K";0, which is much used for millions and thousands, a fall by 850,000 is -850000,
# as Gnumeric shows it: the last part is for all other numbers, and none is for those below zero. Words between quotation
# marks are printed without these.
# Seen: SheetJS and numberjs drop the minus: -850000 and -5 are 850000 and 5, like a rise. numberjs prints the quotation
# marks, £12.5"m", and 0 for null.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @gooddata/numberjs@4.0.3 numfmt@4.0.1 xlsx@0.18.5
cat > try.mjs <<'JS'
import { createRequire } from 'module'
import { format } from 'numfmt'
const require = createRequire(import.meta.url)
const loaded = require('@gooddata/numberjs'), XLSX = require('xlsx')
const numberFormat = loaded.numberFormat ?? loaded.default?.numberFormat ?? loaded.default ?? loaded
const say = (figure, pattern) => { const seen = read => { try { return read() } catch (error) { return error.name } }; console.log(String(figure), 'by', pattern, '| numberjs', seen(() => numberFormat(figure, pattern)), '| numfmt', seen(() => format(pattern, figure)), '| SheetJS', seen(() => XLSX.SSF.format(pattern, figure))) }
for (const figure of [850000, -850000, -5]) say(figure, '[>=1000000]0.0,,"M";[>=1000]0,"K";0')
say(-5, '0'); say(-12.5, '#,##0.0;(#,##0.0)'); say(12500000, '"£"#,##0.0,,"m"'); say(null, '0'); say('', '0')
JS
node try.mjs > seen 2> log
cat > expected <<'TXT'
850000 by [>=1000000]0.0,,"M";[>=1000]0,"K";0 | numberjs 850"K" | numfmt 850K | SheetJS 850K
-850000 by [>=1000000]0.0,,"M";[>=1000]0,"K";0 | numberjs 850000 | numfmt -850000 | SheetJS 850000
-5 by [>=1000000]0.0,,"M";[>=1000]0,"K";0 | numberjs 5 | numfmt -5 | SheetJS 5
-5 by 0 | numberjs -5 | numfmt -5 | SheetJS -5
-12.5 by #,##0.0;(#,##0.0) | numberjs (12.5) | numfmt (12.5) | SheetJS (12.5)
12500000 by "£"#,##0.0,,"m" | numberjs "£"12.5"m" | numfmt £12.5m | SheetJS £12.5m
null by 0 | numberjs 0 | numfmt  | SheetJS 
 by 0 | numberjs  | numfmt  | SheetJS 
TXT
diff expected seen
