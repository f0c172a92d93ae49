#!/usr/bin/env bash
# courlan 1.4.0, url-normalize 3.1.0, ural 1.6.2 and, to compare, w3lib 2.5.0 (PyPI), which clean addresses.
# Guess: an address is cleaned of what only follows the reader around, such as utm_source, and stays the address of the
# same page, also of a copy in a web archive, which holds a second address.
# Seen: of the archive's address three of four delete a slash, https:/example.org. courlan deletes source=nca,
# ref=2018 and session=3 as well, so that tables of one page become the same source.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check courlan==1.4.0 url-normalize==3.1.0 ural==1.6.2 w3lib==2.5.0
cat > try.py <<'PY'
import courlan, ural, url_normalize, w3lib.url
for address in [
    "https://web.archive.org/web/20200101000000/https://example.org/a",
    "https://example.org/table?source=nca",
    "https://example.org/table?ref=2018",
    "https://example.org/table?file=a.csv&session=3",
    "https://example.org/table?year=2018&utm_source=mail",
]:
    print(address)
    print("  courlan |", courlan.clean_url(address))
    print("  url-normalize |", url_normalize.url_normalize(address))
    print("  ural |", ural.normalize_url(address))
    print("  w3lib |", w3lib.url.canonicalize_url(address))
PY
cat > expected <<'TXT'
https://web.archive.org/web/20200101000000/https://example.org/a
  courlan | https://web.archive.org/web/20200101000000/https:/example.org/a
  url-normalize | https://web.archive.org/web/20200101000000/https:/example.org/a
  ural | web.archive.org/web/20200101000000/https:/example.org/a
  w3lib | https://web.archive.org/web/20200101000000/https://example.org/a
https://example.org/table?source=nca
  courlan | https://example.org/table
  url-normalize | https://example.org/table?source=nca
  ural | example.org/table?source=nca
  w3lib | https://example.org/table?source=nca
https://example.org/table?ref=2018
  courlan | https://example.org/table
  url-normalize | https://example.org/table?ref=2018
  ural | example.org/table?ref=2018
  w3lib | https://example.org/table?ref=2018
https://example.org/table?file=a.csv&session=3
  courlan | https://example.org/table?file=a.csv
  url-normalize | https://example.org/table?file=a.csv&session=3
  ural | example.org/table?file=a.csv&session=3
  w3lib | https://example.org/table?file=a.csv&session=3
https://example.org/table?year=2018&utm_source=mail
  courlan | https://example.org/table?year=2018
  url-normalize | https://example.org/table?year=2018&utm_source=mail
  ural | example.org/table?year=2018
  w3lib | https://example.org/table?utm_source=mail&year=2018
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
