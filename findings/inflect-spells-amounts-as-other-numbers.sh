#!/usr/bin/env bash
# inflect 7.6.0 (PyPI).
# Guess: number_to_words(text) says the number or raises an error where the text is more than a number, and
# a() looks at the sound of a number, so that 8, 11 and 18 get 'an'.
# Seen: '1.2 million' is 'one point two', '2018/19' 'two hundred and one thousand, eight hundred and
# nineteen', '1e6' 'sixteen', and −158 with the sign of Unicode loses its minus. It is 'a 8% share',
# 'a 11' and 'a 18,000', but 'an hour'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
cat > "$work/try.py" <<'PY'
import inflect
words = inflect.engine()
for text in ["-158", "1.2 million", "2018/19", "1e6", "−158", "£642"]:
    print(text, "|", words.number_to_words(text))
for text in ["hour", "8% share", "11", "18,000", "80-year-old"]:
    print(words.a(text))
PY
cat > "$work/expected" <<'TXT'
-158 | minus one hundred and fifty-eight
1.2 million | one point two
2018/19 | two hundred and one thousand, eight hundred and nineteen
1e6 | sixteen
−158 | one hundred and fifty-eight
£642 | six hundred and forty-two
an hour
a 8% share
a 11
a 18,000
a 80-year-old
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
