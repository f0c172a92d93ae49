#!/usr/bin/env bash
# prettier 3.10.1, remark 15.0.1 (npm), mdformat 1.0.0 (PyPI), which tidy the source of Markdown.
# Guess: they change spaces and the width of tables, not words and figures: lines that begin with "2018." and "2020."
# keep their years, a line that begins with "+ 5" its sign.
# Seen: such lines are a numbered list to them, which they number anew: 2018 and 2020 become 2018 and 2019 in prettier
# and remark, in mdformat 2018 and 0001. The plus of a rise is a bullet: in prettier and mdformat "+ 5" becomes "- 5",
# and "- 7" below it "* 7". A backslash before full stop or plus keeps them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund prettier@3.10.1 remark@15.0.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check mdformat==1.0.0
cat > texts.json <<'JSON'
["2018. Annual review\n2020. Annual review\n", "2018\\. Annual review\n\n2020\\. Annual review\n", "Boxes:\n\n+ 5 in North\n- 7 in South\n", "\\+ 5 in North\n"]
JSON
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { format } from 'prettier'
import { remark } from 'remark'
for (const text of JSON.parse(readFileSync('texts.json'))) {
  console.log('prettier', JSON.stringify(await format(text, { parser: 'markdown' })))
  console.log('remark', JSON.stringify(String(remark().processSync(text))))
}
JS
cat > try.py <<'PY'
import json, mdformat
for text in json.load(open("texts.json")):
    print("mdformat", json.dumps(mdformat.text(text)))
PY
{ node try.mjs; v/bin/python try.py; } > seen 2> /dev/null
cat > expected <<'TXT'
prettier "2018. Annual review\n2019. Annual review\n"
remark "2018. Annual review\n2019. Annual review\n"
prettier "2018\\. Annual review\n\n2020\\. Annual review\n"
remark "2018\\. Annual review\n\n2020\\. Annual review\n"
prettier "Boxes:\n\n- 5 in North\n\n* 7 in South\n"
remark "Boxes:\n\n* 5 in North\n\n- 7 in South\n"
prettier "\\+ 5 in North\n"
remark "\\+ 5 in North\n"
mdformat "2018. Annual review\n0001. Annual review\n"
mdformat "2018\\. Annual review\n\n2020\\. Annual review\n"
mdformat "Boxes:\n\n- 5 in North\n\n* 7 in South\n"
mdformat "\\+ 5 in North\n"
TXT
diff expected seen
