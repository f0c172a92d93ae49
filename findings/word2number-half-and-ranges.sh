#!/usr/bin/env bash
# word2number 1.1 (PyPI).
# Guess: words that are no plain number raise ValueError, as 'lots' does.
# Seen: 'half a million' is 1000000, '1.2 million' is 1000000, 'two and a half million' is 2000000,
# 'two dozen' is 2, 'three to four hundred' is one number, 112: no error, no warning.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check word2number==1.1
cat > "$work/try.py" <<'PY'
from word2number import w2n
for text in ["half a million", "1.2 million", "two and a half million", "two dozen", "three to four hundred", "lots"]:
    try:
        print(text, "|", w2n.word_to_num(text))
    except ValueError:
        print(text, "| ValueError")
PY
cat > "$work/expected" <<'TXT'
half a million | 1000000
1.2 million | 1000000
two and a half million | 2000000
two dozen | 2
three to four hundred | 112
lots | ValueError
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
