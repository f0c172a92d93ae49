#!/usr/bin/env bash
# epub-gen-memory 1.1.2 (npm), which makes EPUB of pages.
# Guess: an inline SVG reaches the book as it is, or is left out; a list that begins with 2018 begins so; a day of
# 2018-09 is that month, and where nothing is said of a licence the book says nothing.
# Seen: attributes that are not on its list are dropped: of a chart the size, the places and the forms, so that all of
# its labels lie upon each other in a corner; the list begins with 1, and the value of <data> and the day of <time> are
# gone. The date is the first of the month at midnight, and the book says "All rights reserved" and "Copyright by
# anonymous".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund epub-gen-memory@1.1.2
cat > try.mjs <<'JS'
import { writeFileSync } from 'node:fs'
import epub from 'epub-gen-memory'
const page = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99" role="img" aria-label="Boxes"><rect x="5" y="5" width="9" height="50"/><text x="5" y="60">2018</text><text x="50" y="60">550</text></svg>
<ol start="2018"><li>Counted</li></ol><p><data value="550">many</data> <time datetime="2018-09">then</time></p>`
writeFileSync('t.epub', await (epub.default ?? epub)({ title: 'Boxes', author: 'Office', date: '2018-09' }, [{ title: 'One', content: page }]))
JS
cat > try.py <<'PY'
import re, zipfile
book = zipfile.ZipFile("t.epub")
[chapter] = [name for name in book.namelist() if name.endswith(".xhtml") and "toc" not in name]
print(re.search(r"<svg.*</p>", book.read(chapter).decode(), re.S)[0])
[package] = [name for name in book.namelist() if name.endswith(".opf")]
for name, words in re.findall(r"<dc:(date|rights)>([^<]*)<", book.read(package).decode()):
    print(name, "|", re.sub(r"\b20(?!18)\d\d\b", "THIS YEAR", words))
PY
cat > expected <<'TXT'
<svg role="img" aria-label="Boxes"><rect/><text>2018</text><text>550</text></svg>
<ol><li>Counted</li></ol><p><data>many</data> <time>then</time></p>
date | 2018-09-01T00:00:00.000Z
rights | Copyright &#x00A9; THIS YEAR by anonymous
TXT
node try.mjs
python3 try.py > seen
diff expected seen
