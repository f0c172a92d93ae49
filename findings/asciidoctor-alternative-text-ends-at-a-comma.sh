#!/usr/bin/env bash
# @asciidoctor/core 4.1.0 (npm), AsciiDoc to HTML.
# Guess: what stands between the brackets of image::c.svg[…] is the alternative text, up to the closing bracket, as in
# other markups; what cannot be a width is no width, or is told.
# Seen: the text ends at the first comma, that of thousands too, and what follows is the width: "fell from 1,644 to 550" is
# read out as "fell from 1", and 644 to 550 is the width in the page. A text such as "Boxes = 550" is gone, the name of the file stands
# for it. With opts=inline the text is dropped, and the SVG has none of its own. Nothing is logged. A text between quotation marks is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @asciidoctor/core@4.1.0
cat > c.svg <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>
SVG
cat > try.mjs <<'JS'
import { convert } from '@asciidoctor/core'
for (const inside of [
  'Boxes fell from 1,644 to 550',
  'Boxes rose, crates fell',
  'alt=Boxes rose, crates fell',
  'Boxes = 550 in 2018',
  'Boxes rose to 550,opts=inline',
  '"Boxes fell from 1,644 to 550"',
  'alt="Boxes rose, crates fell"'
]) {
  const page = await convert(`image::c.svg[${inside}]`, { safe: 'unsafe', base_dir: process.cwd() })
  console.log(inside, '|', String(page).match(/<(?:img|svg)[^>]*>/)[0])
}
JS
node try.mjs > seen 2>&1
cat > expected <<'TXT'
Boxes fell from 1,644 to 550 | <img src="c.svg" alt="Boxes fell from 1" width="644 to 550">
Boxes rose, crates fell | <img src="c.svg" alt="Boxes rose" width="crates fell">
alt=Boxes rose, crates fell | <img src="c.svg" alt="Boxes rose" width="crates fell">
Boxes = 550 in 2018 | <img src="c.svg" alt="c">
Boxes rose to 550,opts=inline | <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
"Boxes fell from 1,644 to 550" | <img src="c.svg" alt="Boxes fell from 1,644 to 550">
alt="Boxes rose, crates fell" | <img src="c.svg" alt="Boxes rose, crates fell">
TXT
diff expected seen
