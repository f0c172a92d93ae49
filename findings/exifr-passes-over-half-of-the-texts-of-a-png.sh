#!/usr/bin/env bash
# exifr 7.1.3 and sharp 0.35.5, to compare exifreader 4.46.0 (npm), which read the texts within a PNG.
# Guess: all give the texts of both kinds, tEXt in Latin-1 and iTXt in UTF-8, in which programs put the title, the
# description and the source of a chart, with their signs.
# Seen: exifr, told to read all, has the first kind only: a description with a minus of Unicode is not there, nor a
# word of it. The first kind is read as UTF-8, here and in sharp: "Boxes in £m" has the sign of a broken letter in the place
# of the pound. exifreader has both right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund exifr@7.1.3 exifreader@4.46.0 sharp@0.35.5
cat > try.mjs <<'JS'
import { deflateSync } from 'zlib'
import exifr from 'exifr'
import ExifReader from 'exifreader'
import sharp from 'sharp'
const table = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0 })
const sum = bytes => { let c = ~0; for (const b of bytes) c = table[(c ^ b) & 255] ^ (c >>> 8); return ~c >>> 0 }
const number = n => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])
const chunk = (kind, data) => Buffer.concat([number(data.length), Buffer.from(kind), data, number(sum(Buffer.concat([Buffer.from(kind), data])))])
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', Buffer.concat([number(1), number(1), Buffer.from([8, 0, 0, 0, 0])])),
  chunk('tEXt', Buffer.from('Title\0Boxes in £m', 'latin1')),
  chunk('iTXt', Buffer.from('Description\0\0\0\0\0fell by −158')),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
])
const { Title, Description } = await exifr.parse(png, true)
console.log('exifr |', Title, '|', Description)
const { comments } = await sharp(png).metadata()
console.log('sharp |', comments.map(({ text }) => text).join(' | '))
const texts = ExifReader.load(png)
console.log('exifreader |', texts.Title.description, '|', texts.Description.description)
JS
cat > expected <<'TXT'
exifr | Boxes in �m | undefined
sharp | Boxes in �m | fell by −158
exifreader | Boxes in £m | fell by −158
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
