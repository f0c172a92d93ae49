#!/usr/bin/env bash
# showdown 2.1.0 and snarkdown 2.0.0 (npm), markdown2 2.5.5 (PyPI), to compare markdown-it 15.0.3 (npm), which make
# pages of Markdown.
# Guess: underscores within a word, figures_2018_19.csv, and within an address are part of it, as CommonMark and GitHub
# have it.
# Seen: in all three the year is in italics and the underscores around it are gone, so that the name of the file and the
# address of the source are others. { literalMidWordUnderscores: true } keeps them in showdown, the extra code-friendly
# in markdown2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund showdown@2.1.0 snarkdown@2.0.0 markdown-it@15.0.3
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check markdown2==2.5.5
cat > t.md <<'MD'
Of figures_2018_19.csv, see https://example.org/boxes_2018_19
MD
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs'
import showdown from 'showdown'
import snarkdown from 'snarkdown'
import MarkdownIt from 'markdown-it'
const text = readFileSync('t.md', 'utf8')
for (const [name, page] of [['markdown-it', new MarkdownIt().render(text)], ['showdown', new showdown.Converter().makeHtml(text)], ['snarkdown', snarkdown(text)]])
  console.log(name, '|', page.trim().replaceAll('\n', ' '))
JS
cat > expected <<'TXT'
markdown-it | <p>Of figures_2018_19.csv, see https://example.org/boxes_2018_19</p>
showdown | <p>Of figures<em>2018</em>19.csv, see https://example.org/boxes<em>2018</em>19</p>
snarkdown | Of figures<em>2018</em>19.csv, see https://example.org/boxes<em>2018</em>19
markdown2 | <p>Of figures<em>2018</em>19.csv, see https://example.org/boxes<em>2018</em>19</p> 
TXT
{
  node try.mjs
  echo "markdown2 |" "$(v/bin/python -m markdown2 t.md | tr -s '\n' ' ')"
} > seen
diff expected seen
