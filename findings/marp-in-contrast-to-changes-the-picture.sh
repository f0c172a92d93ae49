#!/usr/bin/env bash
# @marp-team/marp-core 5.0.2 (npm), slides from Markdown.
# Guess: the alternative text of a picture, ![Boxes rose in contrast to 2017](chart.svg), reaches the slide as it
# is; only words that begin with w: or h: are for the size.
# Seen: words that name a filter are taken out of the text and put on the picture, wherever they stand: "in
# contrast to" turns the contrast of the chart up and leaves "in to", "blur" blurs it, and "the line in sepia" is
# painted in sepia. A capital letter, a comma behind the word, or an <img> keeps the word.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @marp-team/marp-core@5.0.2
cat > try.mjs <<'JS'
import { Marp } from '@marp-team/marp-core'
const marp = new Marp({ script: false, inlineSVG: false })
for (const text of ['Boxes rose to 550', 'Boxes rose in contrast to 2017', 'Contrast of 2017 and 2018', 'Boxes fell, in contrast, in 2018', 'The line in sepia is provisional', 'Provisional figures blur the trend', 'Opacity and opacity of grayscale bars'])
  console.log(text, '|', marp.render(`![${text}](chart.svg)`).html.match(/<img[^>]*>/)[0])
JS
cat > expected <<'TXT'
Boxes rose to 550 | <img src="chart.svg" alt="Boxes rose to 550" />
Boxes rose in contrast to 2017 | <img src="chart.svg" alt="Boxes rose in to 2017" style="filter:contrast(2);" />
Contrast of 2017 and 2018 | <img src="chart.svg" alt="Contrast of 2017 and 2018" />
Boxes fell, in contrast, in 2018 | <img src="chart.svg" alt="Boxes fell, in contrast, in 2018" />
The line in sepia is provisional | <img src="chart.svg" alt="The line in is provisional" style="filter:sepia(1);" />
Provisional figures blur the trend | <img src="chart.svg" alt="Provisional figures the trend" style="filter:blur(10px);" />
Opacity and opacity of grayscale bars | <img src="chart.svg" alt="Opacity and of bars" style="filter:opacity(.5) grayscale(1);" />
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
