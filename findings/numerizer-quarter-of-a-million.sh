#!/usr/bin/env bash
# numerizer 0.2.4 and number-parser 0.3.2 (PyPI).
# Guess: of a range of words the scale word binds both ends, and a fraction of a scale is one number.
# Seen: both make '3 to 400' of 'three to four hundred'. numerizer makes '1/2 1000000' of 'half a
# million' and glues 'a quarter of a million' to '1/4 of a1000000'; number-parser leaves 'half a' before
# 1000000 and takes no fraction.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numerizer==0.2.4 number-parser==0.3.2
cat > "$work/try.py" <<'PY'
from number_parser import parse
from numerizer import numerize
for text in ["three to four hundred", "half a million", "a quarter of a million", "two dozen"]:
    print(text, "|", numerize(text), "|", parse(text))
PY
cat > "$work/expected" <<'TXT'
three to four hundred | 3 to 400 | 3 to 400
half a million | 1/2 1000000 | half a 1000000
a quarter of a million | 1/4 of a1000000 | a quarter of a 1000000
two dozen | 2 dozen | 2 dozen
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
