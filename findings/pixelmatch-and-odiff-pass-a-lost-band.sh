#!/usr/bin/env bash
# pixelmatch 8.0.0 and odiff-bin 4.5.0, to compare looks-same 10.0.1, with charts drawn by sharp 0.35.5 (npm), which tell
# whether two pictures differ.
# Guess: with their defaults each counts the pixels of a band of uncertainty that is gone, of one half as dark, of a bar
# in another colour, since these are thousands of pixels with edges.
# Seen: a band at a tenth of its colour that is gone (9000 pixels) is no difference at all to pixelmatch and odiff, and
# neither is one that changed from a fifth to a tenth, or a line of the grid in #eee. A bar that went from blue to a
# bluish purple is none to pixelmatch. looks-same sees all four. A line that became dashed is seen by all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund pixelmatch@8.0.0 pngjs@7.0.0 odiff-bin@4.5.0 looks-same@10.0.1 sharp@0.35.5
cat > try.mjs <<'JS'
import { writeFileSync } from 'fs'
import looksSame from 'looks-same'
import { compare } from 'odiff-bin'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import sharp from 'sharp'
const draw = marks => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#fff"/>${marks}</svg>`)).png().toBuffer()
const band = opacity => `<rect x="10" y="20" width="180" height="50" fill="#1f77b4" opacity="${opacity}"/>`
const bar = fill => `<rect x="10" y="20" width="50" height="50" fill="${fill}"/>`
const line = dashes => `<path d="M10 50.5H190" stroke="#888" ${dashes}/>`
for (const [what, before, after] of [
  ['band gone', band(0.1), ''],
  ['band half as dark', band(0.2), band(0.1)],
  ['line of the grid gone', '<path d="M10 50.5H190" stroke="#eee"/>', ''],
  ['blue to purple', bar('#1f77b4'), bar('#5f6fb4')],
  ['line to dashes', line(''), line('stroke-dasharray="4 2"')],
]) {
  const [a, b] = [await draw(before), await draw(after)]
  writeFileSync('a.png', a)
  writeFileSync('b.png', b)
  const [x, y] = [PNG.sync.read(a).data, PNG.sync.read(b).data]
  const differ = x.filter((_, i) => i % 4 == 3 && [1, 2, 3].some(back => x[i - back] != y[i - back])).length
  const odiff = await compare('a.png', 'b.png', 'd.png')
  console.log(what, '| pixels', differ, '| pixelmatch', pixelmatch(x, y, null, 200, 100), '| odiff', odiff.match ? 0 : odiff.diffCount, '| looks-same', (await looksSame(a, b)).equal ? 'same' : 'differ')
}
JS
cat > expected <<'TXT'
band gone | pixels 9000 | pixelmatch 0 | odiff 0 | looks-same differ
band half as dark | pixels 9000 | pixelmatch 0 | odiff 0 | looks-same differ
line of the grid gone | pixels 180 | pixelmatch 0 | odiff 0 | looks-same differ
blue to purple | pixels 2500 | pixelmatch 0 | odiff 2500 | looks-same differ
line to dashes | pixels 60 | pixelmatch 60 | odiff 60 | looks-same differ
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
