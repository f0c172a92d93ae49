#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5 (npm).
# Guess: where a format of a cell adds a sign to the figure, sheet_to_csv gives the figure as the cell shows it,
# as it does for % and "£"0.0"m"; failing that it gives the number.
# Seen: a star as a footnote mark (0"*") is dropped without a word, while 0" [r]" is kept. 201718 in the format
# of a financial year, 0000"/"00, becomes "201718/1 " where the cell shows 2017/18.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5 > /dev/null
cat > "$work/try.js" <<'JS'
const X = require("xlsx");
const formats = ['0"*"', '0" [r]"', '0.0"%"', '"£"0.0"m"', '0000"/"00'];
const sheet = X.utils.aoa_to_sheet(formats.map((z, at) => [{ t: "n", v: at === 4 ? 201718 : 5, z }]));
const book = X.utils.book_new();
X.utils.book_append_sheet(book, sheet, "S");
const again = X.read(X.write(book, { type: "buffer", bookType: "xlsx" }), { cellNF: true });
const shown = X.utils.sheet_to_csv(again.Sheets.S).split("\n");
formats.forEach((format, at) => console.log(format, "|", again.Sheets.S["A" + (at + 1)].z === format, "|" + shown[at] + "|"));
JS
cat > "$work/expected" <<'TXT'
0"*" | true |5|
0" [r]" | true |5 [r]|
0.0"%" | true |5.0%|
"£"0.0"m" | true |£5.0m|
0000"/"00 | true |201718/1 |
TXT
NODE_PATH="$work/node_modules" node "$work/try.js" > "$work/seen"
diff "$work/expected" "$work/seen"
