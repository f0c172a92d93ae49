#!/usr/bin/env bash
# markdown-it 15.0.3 with markdown-it-emoji 3.1.0 (its `full`, as VitePress has it), remark 15.0.1 with remark-gfm 4.0.1,
# remark-html 16.0.1 and remark-emoji 5.0.2 (`emoticon: true`), all npm.
# Guess: only names between colons (:tada:) become emoji; "<3", the figure fewer than three of a table whose small counts
# are withheld, and "(aged 8)" stay as typed.
# Seen: emoticons are taken as well: the cell <3 is a red heart in both, and so is a rise of <3 points within a sentence.
# The 8 before a closing bracket is a face with sunglasses in remark-emoji. <5 stays. &lt;3 and a backslash keep the
# sign in markdown-it-emoji; in remark-emoji only a space between the sign and the figure does.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-emoji@3.1.0 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 remark-emoji@5.0.2
cat > try.mjs <<'JS'
import MarkdownIt from 'markdown-it'
import { full } from 'markdown-it-emoji'
import { remark } from 'remark'
import emoji from 'remark-emoji'
import gfm from 'remark-gfm'
import html from 'remark-html'
const show = page => page.replaceAll(/<\/?(table|thead|tbody|tr|th|td|p)>|\n/g, ' ').replaceAll(/ +/g, ' ').trim()
for (const text of ['| boxes | crates |\n|--|--|\n| <3 | <5 |', 'up <3 points', 'up &lt;3 points', 'up \\<3 points', 'up < 3 points', 'boys (aged 8) in 2018']) {
  console.log('typed', JSON.stringify(text))
  console.log('markdown-it-emoji', show(new MarkdownIt().use(full).render(text)))
  console.log('remark-emoji', show(String(await remark().use(gfm).use(emoji, { emoticon: true }).use(html).process(text))))
}
JS
cat > expected <<'TXT'
typed "| boxes | crates |\n|--|--|\n| <3 | <5 |"
markdown-it-emoji boxes crates ❤️ &lt;5
remark-emoji boxes crates ❤️ &#x3C;5
typed "up <3 points"
markdown-it-emoji up ❤️ points
remark-emoji up ❤️ points
typed "up &lt;3 points"
markdown-it-emoji up &lt;3 points
remark-emoji up ❤️ points
typed "up \\<3 points"
markdown-it-emoji up &lt;3 points
remark-emoji up ❤️ points
typed "up < 3 points"
markdown-it-emoji up &lt; 3 points
remark-emoji up &#x3C; 3 points
typed "boys (aged 8) in 2018"
markdown-it-emoji boys (aged 8) in 2018
remark-emoji boys (aged 😎 in 2018
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
