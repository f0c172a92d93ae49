#!/usr/bin/env bash
# myst-parser 1.7.3 (npm), which reads Markdown for mystmd and Jupyter Book 2, with pypandoc_binary 1.15 (Pandoc
# 3.6.1, PyPI) to compare.
# Guess: two sums of money in a sentence, "from $5 to $10 million", stay text, as in Pandoc, where no digit may
# follow the end of a formula; a line that begins with "% of" is text.
# Seen: what stands between the signs is a formula: "5 to" is mathematics, and both signs are gone; a line that
# begins with % is a comment and is not printed. A backslash before each keeps it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund myst-parser@1.7.3
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.15
cat > try.mjs <<'JS'
import { mystParse } from 'myst-parser'
const said = node => node.children ? node.type + '[' + node.children.map(said).join(' ') + ']' : node.type + ':' + node.value
for (const text of ['From $5 to $10 million', 'From \\$5 to \\$10 million', 'From £5 to £10 million', '% of boxes opened', '\\% of boxes opened', '44 % of boxes'])
  console.log(text, '|', said(mystParse(text)))
JS
cat > try.py <<'PY'
import pypandoc
for text in ["From $5 to $10 million", "% of boxes opened"]:
    print(text, "|", pypandoc.convert_text("A\n\n" + text, "html", format="markdown").split("\n")[1])
PY
cat > expected <<'TXT'
From $5 to $10 million | root[paragraph[text:From  inlineMath:5 to  text:10 million]]
From \$5 to \$10 million | root[paragraph[text:From $5 to $10 million]]
From £5 to £10 million | root[paragraph[text:From £5 to £10 million]]
% of boxes opened | root[comment:of boxes opened]
\% of boxes opened | root[paragraph[text:% of boxes opened]]
44 % of boxes | root[paragraph[text:44 % of boxes]]
From $5 to $10 million | <p>From $5 to $10 million</p>
% of boxes opened | <p>% of boxes opened</p>
TXT
{ node try.mjs; v/bin/python try.py; } > seen 2> /dev/null
diff expected seen
