#!/usr/bin/env bash
# urlextract 1.10.0 (PyPI), which finds addresses in texts.
# Guess: the full stop that ends a sentence, a comma, a closing bracket and a quotation mark behind an address are left
# out of it, as browsers, mail programs and linkify leave them; what stands within an address stays.
# Seen: all of them are taken for the end of the address, which then leads nowhere, and a space that does not break
# with the word behind it; at a semicolon within an address it is cut. A sum "1.2.in" and "5.to" are addresses.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check urlextract==1.10.0
cat > try.py <<'PY'
from urlextract import URLExtract
finder = URLExtract()
for text in ["See https://example.org/boxes.", "See https://example.org/boxes, table 5", "(from https://example.org/boxes)",
             "“https://example.org/boxes”", "at https://example.org/boxes: 550", "https://example.org/boxes\u00a0and others",
             "https://example.org/boxes;year=2018", "<https://example.org/boxes>", "Rose to 1.2.in 2018 it was 0.5.to be revised"]:
    print(text, "|", *map(ascii, finder.find_urls(text)))
PY
cat > expected <<'TXT'
See https://example.org/boxes. | 'https://example.org/boxes.'
See https://example.org/boxes, table 5 | 'https://example.org/boxes,'
(from https://example.org/boxes) | 'https://example.org/boxes)'
“https://example.org/boxes” | 'https://example.org/boxes\u201d'
at https://example.org/boxes: 550 | 'https://example.org/boxes:'
https://example.org/boxes and others | 'https://example.org/boxes\xa0and'
https://example.org/boxes;year=2018 | 'https://example.org/boxes'
<https://example.org/boxes> | 'https://example.org/boxes'
Rose to 1.2.in 2018 it was 0.5.to be revised | '1.2.in' '0.5.to'
TXT
sed -i 's/boxes and others/boxes\xc2\xa0and others/' expected
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
