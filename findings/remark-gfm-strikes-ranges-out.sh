#!/usr/bin/env bash
# remark-gfm 4.0.1 with remark 15.0.1, remark-html 16.0.1, and markdown-it 15.0.3 (npm).
# Guess: ~ is struck out only where it stands twice (~~so~~); one before a number, for about, or between two,
# for a range as it is written in East Asia, stays.
# Seen: remark-gfm, as Astro and Docusaurus use it, strikes out what stands between two of them: in "from
# 5~10 to 20~30" the middle, in "~550~" all. `singleTilde: false` turns it off; a backslash keeps the sign.
# markdown-it leaves them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 markdown-it@15.0.3
cat > try.mjs <<'JS'
import MarkdownIt from 'markdown-it'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkHtml from 'remark-html'
for (const text of ['It rose from 5~10 to 20~30.', '~5 in 2018 and ~6 in 2019', '2018~ to 2019~', 'about ~550~', 'from 5\\~10 to 20\\~30', 'from ~~5~~ 6']) {
  console.log(text)
  console.log('  remark-gfm ', String(remark().use(remarkGfm).use(remarkHtml).processSync(text)).trim())
  console.log('  two only   ', String(remark().use(remarkGfm, { singleTilde: false }).use(remarkHtml).processSync(text)).trim())
  console.log('  markdown-it', new MarkdownIt().render(text).trim())
}
JS
cat > expected <<'TXT'
It rose from 5~10 to 20~30.
  remark-gfm  <p>It rose from 5<del>10 to 20</del>30.</p>
  two only    <p>It rose from 5~10 to 20~30.</p>
  markdown-it <p>It rose from 5~10 to 20~30.</p>
~5 in 2018 and ~6 in 2019
  remark-gfm  <p>~5 in 2018 and ~6 in 2019</p>
  two only    <p>~5 in 2018 and ~6 in 2019</p>
  markdown-it <p>~5 in 2018 and ~6 in 2019</p>
2018~ to 2019~
  remark-gfm  <p>2018~ to 2019~</p>
  two only    <p>2018~ to 2019~</p>
  markdown-it <p>2018~ to 2019~</p>
about ~550~
  remark-gfm  <p>about <del>550</del></p>
  two only    <p>about ~550~</p>
  markdown-it <p>about ~550~</p>
from 5\~10 to 20\~30
  remark-gfm  <p>from 5~10 to 20~30</p>
  two only    <p>from 5~10 to 20~30</p>
  markdown-it <p>from 5~10 to 20~30</p>
from ~~5~~ 6
  remark-gfm  <p>from <del>5</del> 6</p>
  two only    <p>from <del>5</del> 6</p>
  markdown-it <p>from <s>5</s> 6</p>
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
