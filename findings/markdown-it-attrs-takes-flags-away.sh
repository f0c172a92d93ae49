#!/usr/bin/env bash
# markdown-it-attrs 5.0.1 with markdown-it 15.0.3 (npm), as VitePress and others have it; to compare, Markdown 3.11.3 with
# attr_list (PyPI).
# Guess: a flag in braces behind a figure, 550 {p} for provisional, stays, since attributes are written {.class}, {#id} or
# {key=value}; so does a set of numbers.
# Seen: what stands in braces at the end of a cell, a heading or a paragraph is an attribute without a value, and gone
# from the page: provisional figures look final, the confidential cell {c} is empty, and "the years {2016, 2018}" are
# "the years". A flag within a sentence stays, and a backslash before the brace keeps it. Python's attr_list takes away
# those of headings and those behind a figure and a space in a cell.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-attrs@5.0.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Markdown==3.11.3
cat > try.mjs <<'JS'
import { execFileSync } from 'child_process'
import MarkdownIt from 'markdown-it'
import attrs from 'markdown-it-attrs'
const show = page => page.replaceAll(/<\/?(table|thead|tbody|tr)>|\n/g, '').trim()
for (const text of ['| 2017 | 2018 | 2019 |\n|--|--|--|\n| 550 {p} | {c} | 850{r} |', '550 {p}', 'from 550 {p} to 850', 'the years {2016, 2018}', '# Boxes {r}', '550 \\{p}']) {
  console.log('typed', JSON.stringify(text))
  console.log('markdown-it-attrs', show(new MarkdownIt().use(attrs).render(text)))
  console.log('attr_list', show(execFileSync('v/bin/python', ['-c', 'import markdown, sys; print(markdown.markdown(sys.argv[1], extensions=["tables", "attr_list"]))', text], { encoding: 'utf8' })))
}
JS
cat > expected <<'TXT'
typed "| 2017 | 2018 | 2019 |\n|--|--|--|\n| 550 {p} | {c} | 850{r} |"
markdown-it-attrs <th>2017</th><th>2018</th><th>2019</th><td p="">550</td><td c=""></td><td r="">850</td>
attr_list <th>2017</th><th>2018</th><th>2019</th><td p>550</td><td>{c}</td><td>850{r}</td>
typed "550 {p}"
markdown-it-attrs <p p="">550</p>
attr_list <p>550 {p}</p>
typed "from 550 {p} to 850"
markdown-it-attrs <p>from 550 {p} to 850</p>
attr_list <p>from 550 {p} to 850</p>
typed "the years {2016, 2018}"
markdown-it-attrs <p 2016,="" 2018="">the years</p>
attr_list <p>the years {2016, 2018}</p>
typed "# Boxes {r}"
markdown-it-attrs <h1 r="">Boxes</h1>
attr_list <h1 r>Boxes</h1>
typed "550 \\{p}"
markdown-it-attrs <p>550 {p}</p>
attr_list <p>550 {p}</p>
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
