#!/usr/bin/env bash
# EbookLib 0.20 (PyPI).
# Guess: an SVG within a chapter reaches the EPUB as it was given, and the chapter is listed as one with SVG
# in it, as EPUB 3 asks for.
# Seen: the chapter is read as HTML and written as XHTML, so that names with capitals lose them: viewbox,
# lineargradient, clippath, textlength. A reader of XHTML knows none of these: the chart keeps its size in
# pixels when the page is narrower, its gradients and clippings are gone. properties="svg" is missing unless
# it is given by hand. An SVG added as an item of its own stays as it was.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check EbookLib==0.20
cat > try.py <<'PY'
import re, zipfile
from ebooklib import epub
svg = '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="120" height="60" viewBox="0 0 120 60"><defs><linearGradient id="g"><stop offset="0"/></linearGradient><clipPath id="c"><rect width="5" height="5"/></clipPath></defs><text textLength="50">Visits</text></svg>'
book = epub.EpubBook()
book.set_identifier("a")
book.set_title("Visits")
book.set_language("en")
chapter = epub.EpubHtml(title="Visits", file_name="a.xhtml", lang="en")
chapter.content = f"<html><head><title>Visits</title></head><body>{svg}</body></html>"
book.add_item(chapter)
book.add_item(epub.EpubImage(uid="picture", file_name="a.svg", media_type="image/svg+xml", content=svg.encode()))
book.toc = (chapter,)
book.spine = [chapter]
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
epub.write_epub("a.epub", book)
parts = zipfile.ZipFile("a.epub")
page = parts.read("EPUB/a.xhtml").decode()
print(*re.findall(r"viewbox=|<lineargradient|<clippath|textlength=", page, re.I))
print("an item of its own is kept", parts.read("EPUB/a.svg").decode() == svg)
print(*re.findall(r'<item href="a.xhtml"[^>]*>', parts.read("EPUB/content.opf").decode()))
PY
cat > expected <<'TXT'
viewbox= <lineargradient <clippath textlength=
an item of its own is kept True
<item href="a.xhtml" id="chapter_0" media-type="application/xhtml+xml"/>
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
