#!/usr/bin/env bash
# exiftool 12.57 (Debian 12: libimage-exiftool-perl 12.57+dfsg-1), texts of a PNG as JSON.
# Guess: texts of a picture are texts in the JSON of -j: a title "1.10" (the number of a table), "2018", "true"; a month
# of XMP is written 2018-09.
# Seen: what looks like a number or a truth value is one: the title 1.10 is read by every reader of JSON as 1.1, table 1e5
# as 100000. 007 and 2018-19 are texts, a month is 2018:09. -n changes nothing; -csv keeps the texts as they are.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 - <<'PY'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
texts = [b"Title\x001.10", b"Comment\x002018-19", b"Software\x001e5", b"Author\x00007", b"Source\x00true"]
with open("c.png", "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + b"".join(chunk(b"tEXt", text) for text in texts) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))
PY
exiftool -q -overwrite_original -XMP-photoshop:DateCreated=2018-09 c.png
for how in -j '-j -n'; do
  echo "exiftool $how"
  exiftool $how -Title -Comment -Software -Author -Source -DateCreated c.png | python3 -c 'import json, sys; [print(name, json.dumps(value)) for name, value in json.load(sys.stdin)[0].items()]'
done > seen
exiftool -csv -Title -Comment -Software -Author -Source c.png >> seen
cat > expected <<'TXT'
exiftool -j
SourceFile "c.png"
Title 1.1
Comment "2018-19"
Software 100000.0
Author "007"
Source true
DateCreated "2018:09"
exiftool -j -n
SourceFile "c.png"
Title 1.1
Comment "2018-19"
Software 100000.0
Author "007"
Source true
DateCreated "2018:09"
SourceFile,Title,Comment,Software,Author,Source
c.png,1.10,2018-19,1e5,007,true
TXT
diff expected seen
