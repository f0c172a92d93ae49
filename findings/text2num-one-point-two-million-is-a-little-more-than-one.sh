#!/usr/bin/env bash
# text2num 2.5.1 (PyPI).
# Guess: alpha2digit() makes 1200000 of "one point two million" and 150000 of "one hundred and fifty thousand", or
# leaves the words that it does not know.
# Seen: the first is 1.2000000, the million set behind the point as zeros; the second is "100 and 50000", while
# "one hundred fifty thousand" is right. "half a million" is "half a 1000000", and years are two numbers: "19 84".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check text2num==2.5.1
cat > try.py <<'PY'
from text_to_num import alpha2digit
for text in ["fifty-five thousand", "one hundred fifty thousand", "one hundred and fifty thousand", "zero point four", "one point two million", "half a million", "three to four hundred", "nineteen eighty four"]:
    print(text, "|", alpha2digit(text, "en"))
PY
cat > expected <<'TXT'
fifty-five thousand | 55000
one hundred fifty thousand | 150000
one hundred and fifty thousand | 100 and 50000
zero point four | 0.4
one point two million | 1.2000000
half a million | half a 1000000
three to four hundred | 3 to 400
nineteen eighty four | 19 84
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
