#!/usr/bin/env bash
# css-inline 0.24.0 (PyPI) and juice 11.1.1 (npm), which write style sheets into the elements of a mail; to compare,
# premailer 3.10.0 (PyPI).
# Guess: rules that cannot be written into an element, such as the words that ::after puts behind a figure ("(p)" for
# provisional), stay in a style sheet, as premailer leaves them.
# Seen: css-inline and juice drop them without a word: provisional figures look final, and a cell that said "not
# available" is empty. css-inline drops the rules for dark screens too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund juice@11.1.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check css-inline==0.24.0 premailer==3.10.0
cat > mail.html <<'HTML'
<html><head><style>
td { text-align: right } .p::after { content: " (p)" } td:empty::after { content: "not available" }
@media (prefers-color-scheme: dark) { td { color: white } }
</style></head><body><table><tr><td class="p">550</td><td></td></tr></table></body></html>
HTML
cat > try.py <<'PY'
import css_inline, pathlib, premailer
page = pathlib.Path("mail.html").read_text()
pathlib.Path("css-inline").write_text(css_inline.inline(page))
pathlib.Path("premailer").write_text(premailer.transform(page))
PY
v/bin/python try.py 2> /dev/null
node -e "fs.writeFileSync('juice', require('juice')(fs.readFileSync('mail.html', 'utf8')))"
for tool in css-inline juice premailer; do
  for piece in 'text-align: *right' '(p)' 'not available' 'prefers-color-scheme'; do
    echo "$tool | $piece | $(grep -c -- "$piece" "$tool" || true)"
  done
done > seen
cat > expected <<'TXT'
css-inline | text-align: *right | 1
css-inline | (p) | 0
css-inline | not available | 0
css-inline | prefers-color-scheme | 0
juice | text-align: *right | 1
juice | (p) | 0
juice | not available | 0
juice | prefers-color-scheme | 1
premailer | text-align: *right | 1
premailer | (p) | 1
premailer | not available | 1
premailer | prefers-color-scheme | 1
TXT
diff expected seen
