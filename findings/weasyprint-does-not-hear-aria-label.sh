#!/usr/bin/env bash
# WeasyPrint 70.0 with pikepdf 10.18.0 to look (PyPI), PDF/UA-1 from HTML.
# Guess: what a page says of a picture for those who do not see it is said by the tagged PDF too: alt of an <img>, and
# of an inline SVG aria-label or title and desc; what alt="" marks as decoration is no figure in the tags.
# Seen: of an inline SVG the title alone is taken: with an aria-label it is a figure without any text, and of
# aria-labelledby="t d" the description is lost. alt="" gives a figure without a text, and aria-label of an <img> or a
# <figure> is not heard. The alt of an <img> is right. A warning names three of the <img>, none the SVG.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check weasyprint==70.0 pikepdf==10.18.0
cat > try.py <<'PY'
import logging
import pikepdf, weasyprint
warnings = []
logger = logging.getLogger("weasyprint")
logger.addHandler(logging.Handler())
logger.handlers[-1].emit = lambda record: warnings.append(record.getMessage())
mark = '<rect width="9" height="9"/></svg>'
with open("c.svg", "w") as file:
    file.write('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + mark)
for what in [
    '<img src="c.svg" alt="Boxes rose">',
    '<img src="c.svg" aria-label="Boxes rose">',
    '<img src="c.svg" alt="">',
    '<figure role="img" aria-label="Boxes rose"><img src="c.svg" alt=""></figure>',
    '<svg role="img" width="9" height="9" aria-label="Boxes rose">' + mark,
    '<svg role="img" width="9" height="9"><title>Boxes</title>' + mark,
    '<svg role="img" width="9" height="9" aria-labelledby="t d"><title id="t">Boxes</title><desc id="d">Rose from 550 to 850.</desc>' + mark,
]:
    page = f'<html lang="en"><head><title>t</title></head><body>{what}</body></html>'
    weasyprint.HTML(string=page, base_url=".").write_pdf("t.pdf", pdf_variant="pdf/ua-1")
    pdf = pikepdf.open("t.pdf")
    tags = [tag for tag in pdf.objects if isinstance(tag, pikepdf.Dictionary) and tag.get("/S") == "/Figure"]
    print(what.replace(mark, "..."), "|", *[str(tag.get("/Alt", "figure without a text")) for tag in tags])
print("warnings", *warnings)
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
<img src="c.svg" alt="Boxes rose"> | Boxes rose
<img src="c.svg" aria-label="Boxes rose"> | figure without a text
<img src="c.svg" alt=""> | figure without a text
<figure role="img" aria-label="Boxes rose"><img src="c.svg" alt=""></figure> | figure without a text
<svg role="img" width="9" height="9" aria-label="Boxes rose">... | figure without a text
<svg role="img" width="9" height="9"><title>Boxes</title>... | Boxes
<svg role="img" width="9" height="9" aria-labelledby="t d"><title id="t">Boxes</title><desc id="d">Rose from 550 to 850.</desc>... | Boxes
warnings Image "c.svg" has no required alt description Image "c.svg" has no required alt description Image "c.svg" has no required alt description
TXT
diff expected seen
