#!/usr/bin/env bash
# html2text 2025.4.15, markdownify 1.2.3, bleach 6.4.0, nh3 0.3.8 (PyPI); turndown 7.2.5, rehype-sanitize
# 6.0.0, rehype-remark 10.0.1 (npm).
# Guess: a page with an inline SVG that goes through a sanitizer or becomes Markdown loses the picture or
# keeps its label (aria-label, title).
# Seen: five of seven drop the label and leave the words of the picture as text, one after another without a
# space: the year 2018 with 550 boxes becomes 2018550. nh3 and rehype-remark take the picture away whole. None
# keeps the label.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund turndown@7.2.5 rehype-sanitize@6.0.0 rehype-remark@10.0.1 rehype-parse@9.0.1 rehype-stringify@10.0.1 remark-stringify@11.0.0 unified@11.0.5
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check html2text==2025.4.15 markdownify==1.2.3 bleach==6.4.0 nh3==0.3.8
cat > a.html <<'HTML'
<p>Before</p><svg role="img" aria-label="Boxes rose." viewBox="0 0 120 60"><title>Boxes</title><text x="5" y="20">2018</text><text x="60" y="20">550</text></svg><p>After</p>
HTML
cat > try.py <<'PY'
import bleach, html2text, markdownify, nh3
page = open("a.html").read()
for name, made in [("html2text", html2text.html2text(page)), ("markdownify", markdownify.markdownify(page)), ("bleach", bleach.clean(page, tags={"p"}, strip=True)), ("nh3", nh3.clean(page))]:
    print(name, "|", *made.split())
PY
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkStringify from 'remark-stringify'
import TurndownService from 'turndown'
import { unified } from 'unified'
const page = readFileSync('a.html', 'utf8')
const read = unified().use(rehypeParse, { fragment: true })
for (const [name, made] of [
  ['turndown', new TurndownService().turndown(page)],
  ['rehype-sanitize', read().use(rehypeSanitize).use(rehypeStringify).processSync(page)],
  ['rehype-remark', read().use(rehypeRemark).use(remarkStringify).processSync(page)],
]) console.log(name, '|', ...String(made).trim().split(/\s+/))
JS
cat > expected <<'TXT'
html2text | Before Boxes2018550 After
markdownify | Before Boxes2018550 After
bleach | <p>Before</p>Boxes2018550<p>After</p>
nh3 | <p>Before</p><p>After</p>
turndown | Before Boxes2018550 After
rehype-sanitize | <p>Before</p>Boxes2018550<p>After</p>
rehype-remark | Before After
TXT
{ v/bin/python -W ignore try.py && node try.mjs; } > seen 2> /dev/null
diff expected seen
