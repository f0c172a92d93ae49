#!/usr/bin/env bash
# markdownlint-cli2 0.22.1 (npm), `--fix` with its default rules, and markdown-it 15.0.3 to show the page.
# Guess: what it mends changes the form of the source and not what the page says; "5 * 6 and 7 * 8" is no emphasis, and
# stays none.
# Seen: it takes the spaces within for a fault and makes emphasis of it: the page says 56 and 78 with the middle in
# italics. Years that begin lines are a list, numbered anew from 1. A minus below a plus becomes a plus: "- 7 less" is
# "+ 7 less". The full stop of a flag ends a heading, "2018 p.", and is gone. #550 becomes a heading without its sign.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdownlint-cli2@0.22.1 markdown-it@15.0.3
printf '# Boxes\n\n## Boxes in 2018 p.\n\nIt is 5 * 6 and 7 * 8.\n\n2018. Boxes rose.\n2020. Boxes fell.\n\n+ 5 more\n- 7 less\n\n#550 is a box.\n' > t.md
cp t.md typed.md
npx markdownlint-cli2 --fix t.md > log 2>&1 || true
cat > expected <<'TXT'
3c3
< ## Boxes in 2018 p.
---
> ## Boxes in 2018 p
5c5
< It is 5 * 6 and 7 * 8.
---
> It is 5 *6 and 7* 8.
7,8c7,8
< 2018. Boxes rose.
< 2020. Boxes fell.
---
> 1. Boxes rose.
> 2. Boxes fell.
11c11
< - 7 less
---
> + 7 less
13c13
< #550 is a box.
---
> # 550 is a box.
<p>It is 5 <em>6 and 7</em> 8.</p>
TXT
{ diff typed.md t.md || true; node -e 'console.log(require("markdown-it")().render(require("fs").readFileSync("t.md", "utf8").split("\n\n")[2]).trim())'; } > seen
diff expected seen
