#!/usr/bin/env bash
# @mdx-js/mdx 3.1.1 (npm), by which Docusaurus, Astro, Next and Storybook read Markdown.
# Guess: it reads Markdown as other programs do, with elements of its own: figures and flags in braces stay or are an error,
# a line of words that begins with "import" is a line of words, comments are passed over.
# Seen: what stands in braces is worked out: the financial year {2018/19} is 106.21052631578948, of the footnotes {1,2} the second
# is left, {0.1+0.2} is 0.30000000000000004. "export const x = 5" is gone. {p}, <5, <https://example.org>, a comment
# and a line that begins with "import of goods" are errors, which end the build. \{2018/19} and &lt;5 stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @mdx-js/mdx@3.1.1
cat > try.mjs <<'JS'
import { evaluate } from '@mdx-js/mdx'
const words = node => node === null || node === undefined || typeof node === 'boolean' ? '' : Array.isArray(node) ? node.map(words).join('') : typeof node === 'object' ? words(node.children) : String(node)
const jsx = (type, props) => ({ type, ...props })
for (const markdown of ['Boxes in {2018/19}', '550 {1,2}', '{0.1+0.2} %', 'export const x = 5', 'import of goods fell', '550 {p}', '<5 boxes', '<https://example.org>', '<!-- a comment -->', '5 < 6', '\\{2018/19} and &lt;5']) {
  try {
    const { default: page } = await evaluate(markdown, { Fragment: 'f', jsx, jsxs: jsx })
    console.log(markdown, '|', words(page({})))
  } catch (error) {
    console.log(markdown, '| error')
  }
}
JS
node try.mjs > seen
cat > expected <<'TXT'
Boxes in {2018/19} | Boxes in 106.21052631578948
550 {1,2} | 550 2
{0.1+0.2} % | 0.30000000000000004 %
export const x = 5 | 
import of goods fell | error
550 {p} | error
<5 boxes | error
<https://example.org> | error
<!-- a comment --> | error
5 < 6 | 5 < 6
\{2018/19} and &lt;5 | {2018/19} and <5
TXT
diff expected seen
