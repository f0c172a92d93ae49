#!/usr/bin/env bash
# unicode-rbnf 2.4.1 (PyPI), which spells numbers with the rules of Unicode, for programs that read texts aloud.
# To be expected: as 2.5 is "two point five", a fall of 2.5 is "minus two point five", in each language.
# Seen: below zero the fraction is gone, without a word: -2.5 is "minus two", -158.26 "minus one hundred fifty-eight", and -0.5
# the bare word "minus", in all languages that were tried. Above zero all digits are there, also the last zero of 1644.50 when it
# is given as text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check unicode-rbnf==2.4.1
cat > try.py <<'PY'
from unicode_rbnf import RbnfEngine
for language in ("en", "de", "fr", "es", "it", "sv"):
    engine = RbnfEngine.for_language(language)
    for number in (2.5, -2.5, 0.5, -0.5):
        print(language, number, "|", engine.format_number(number).text)
engine = RbnfEngine.for_language("en")
for number in (158.26, -158.26, "1644.50", "-1644.50", -3):
    print("en", number, "|", engine.format_number(number).text)
PY
cat > expected <<'TXT'
en 2.5 | two point five
en -2.5 | minus two
en 0.5 | zero point five
en -0.5 | minus
de 2.5 | zwei Komma fünf
de -2.5 | minus zwei
de 0.5 | null Komma fünf
de -0.5 | minus
fr 2.5 | deux virgule cinq
fr -2.5 | moins deux
fr 0.5 | zéro virgule cinq
fr -0.5 | moins
es 2.5 | dos coma cinco
es -2.5 | menos dos
es 0.5 | cero coma cinco
es -0.5 | menos
it 2.5 | due virgola cinque
it -2.5 | meno due
it 0.5 | zero virgola cinque
it -0.5 | meno
sv 2.5 | två komma fem
sv -2.5 | minus två
sv 0.5 | noll komma fem
sv -0.5 | minus
en 158.26 | one hundred fifty-eight point two six
en -158.26 | minus one hundred fifty-eight
en 1644.50 | one thousand six hundred forty-four point five zero
en -1644.50 | minus one thousand six hundred forty-four
en -3 | minus three
TXT
venv/bin/python try.py > seen
cat seen
diff expected seen
