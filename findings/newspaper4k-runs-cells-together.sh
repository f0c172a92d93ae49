#!/usr/bin/env bash
# newspaper4k 0.9.6 (PyPI), texts of articles.
# Guess: a table within an article is left out of the text, or keeps something between its cells.
# Seen: the cells run together, year and figure and next year as one number: "201210,384201782,109".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check newspaper4k==0.9.6 lxml_html_clean==0.4.3
cat > "$work/try.py" <<'PY'
from newspaper import Article
page = '''<!DOCTYPE html><html lang="en"><head><title>Referrals</title></head><body><article><h1>Referrals</h1>
<p>The agency received many more referrals in 2017 than in 2012, it said. This paragraph is long enough to be taken for the text of an article by programs that count its words.</p>
<table><tr><td>2012</td><td>10,384</td></tr><tr><td>2017</td><td>82,109</td></tr></table>
<p>The number of images was larger in 2017 and the rest of the paragraph goes on, so that it is counted as a part of the text of the article, with words enough for that.</p></article></body></html>'''
article = Article("https://paper.example/referrals")
article.download(input_html=page)
article.parse()
for line in article.text.splitlines():
    if "10,384" in line:
        print(line)
PY
cat > "$work/expected" <<'TXT'
201210,384201782,109
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
