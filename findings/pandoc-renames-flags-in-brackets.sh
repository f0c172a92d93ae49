#!/usr/bin/env bash
# Pandoc 3.6.1 (pypandoc_binary 1.15 from PyPI), Markdown to plain text.
# Guess: a key of the shorthand of statistics, a line each such as "(r) revised", stays as it is written.
# Seen: letters in brackets number a list. "(r) revised" and "(p) provisional" come out as (r) and (s): the
# second flag is another one. A line that begins with "2018." begins a list at 2018. A backslash before the
# bracket keeps the letters.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.15
cat > try.py <<'PY'
import pypandoc
def plain(text): return pypandoc.convert_text(text, 'plain', format='markdown').strip().replace('\n\n', ' | ')
print(plain('(r) revised\n\n(p) provisional\n'))
print(pypandoc.convert_text('2018. The year of the count.\n', 'html', format='markdown').split('\n')[0])
print(plain('\\(r) revised\n\n\\(p) provisional\n'))
PY
cat > expected <<'TXT'
(r) revised | (s) provisional
<ol start="2018" type="1">
(r) revised | (p) provisional
TXT
env/bin/python try.py > seen
diff expected seen
