#!/usr/bin/env bash
# html-minifier-terser 7.2.0 (collapseWhitespace) and htmlnano 3.5.1 with posthtml 0.16.7 (npm); to compare,
# minify-html 0.18.1 (PyPI).
# Guess: of the words of an inline SVG the space between two <tspan> stays, as that between two <b> of a paragraph
# does, since it is drawn.
# Seen: it is taken away: the year 2018 with 550 and 850 behind it is drawn as one number, 2018550850, by
# html-minifier-terser and by htmlnano with its preset max; spaces that xml:space="preserve" keeps become one in all
# of them. conservativeCollapse, the preset safe and minify-html keep the single space.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund html-minifier-terser@7.2.0 htmlnano@3.5.1 posthtml@0.16.7
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check minify-html==0.18.1
echo '<p><b>550</b> <b>850</b></p><svg><text>2018 <tspan>550</tspan> <tspan>850</tspan></text><text xml:space="preserve">550   850</text></svg>' > page.html
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { minify } from 'html-minifier-terser'
import htmlnano from 'htmlnano'
import posthtml from 'posthtml'
const page = readFileSync('page.html', 'utf8').trim()
console.log('terser', await minify(page, { collapseWhitespace: true }))
console.log('terser, conservative', await minify(page, { collapseWhitespace: true, conservativeCollapse: true }))
for (const preset of ['max', 'safe']) {
  const { collapseWhitespace } = htmlnano.presets[preset]
  console.log('htmlnano', preset, (await posthtml([htmlnano({ collapseWhitespace }, {})]).process(page)).html)
}
JS
cat > try.py <<'PY'
import minify_html
print("minify-html", minify_html.minify(open("page.html").read().strip(), keep_closing_tags=True))
PY
{ node try.mjs; v/bin/python try.py; } > seen 2> /dev/null
cat > expected <<'TXT'
terser <p><b>550</b> <b>850</b></p><svg><text>2018<tspan>550</tspan><tspan>850</tspan></text><text xml:space="preserve">550 850</text></svg>
terser, conservative <p><b>550</b> <b>850</b></p><svg><text>2018 <tspan>550</tspan> <tspan>850</tspan></text><text xml:space="preserve">550 850</text></svg>
htmlnano max <p><b>550</b> <b>850</b></p><svg><text>2018<tspan>550</tspan><tspan>850</tspan></text><text xml:space="preserve">550 850</text></svg>
htmlnano safe <p><b>550</b> <b>850</b></p><svg><text>2018 <tspan>550</tspan> <tspan>850</tspan></text><text xml:space="preserve">550 850</text></svg>
minify-html <p><b>550</b> <b>850</b></p><svg><text>2018 <tspan>550</tspan> <tspan>850</tspan></text><text xml:space=preserve>550 850</text></svg>
TXT
diff expected seen
