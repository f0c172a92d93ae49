#!/usr/bin/env bash
# mystmd 1.8.3 (npm), which is Jupyter Book 2 too: exports of a page to JATS, TeX, Typst and Markdown, without templates.
# Guess: <5 is shown as <5, the alternative text of a picture reaches all four (LaTeX and Typst both have a place for it), a
# list that begins with 2018 does so, and a column of figures that is set to the right stays there.
# Seen: in JATS <5 is &amp;lt;5, which is read as "&lt;5". In TeX and Typst no alternative text is left, in JATS only that of a
# figure, not that of ![Boxes](c.png). A list from 2018 is one from 1 in JATS, and goes on from an older one in TeX. In TeX
# and Markdown the column stands to the left. Typst and Markdown have <5 and 2018.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mystmd@1.8.3
mkdir page
cd page
base64 -d > c.png <<< iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=
cat > myst.yml <<'YML'
version: 1
project:
  exports:
    - {format: xml, article: a.md, output: out/a.xml}
    - {format: tex, template: null, article: a.md, output: out/a.tex}
    - {format: typst, template: null, article: a.md, output: out/a.typ}
    - {format: md, article: a.md, output: out/a.md}
YML
cat > a.md <<'MD'
In Kent <5 boxes.

```{figure} c.png
:alt: A figure of boxes
Boxes in 2018
```

![A picture of boxes](c.png)

2018. A year of boxes

| Year | Boxes |
|:-----|------:|
| 2018 | 550 |
MD
../node_modules/.bin/myst build --all --ci > ../log 2>&1 || true
for name in a.xml a.tex a.typ a.md; do
  has() { grep -o -E -m 1 -- "$1" "out/$name" || echo none; }
  echo "$name | few: $(has 'In Kent.*5 boxes')"
  echo "$name | alternative texts: $(has 'A figure of boxes') $(has 'A picture of boxes')"
  echo "$name | list: $(has '<list list-type[^>]*>|begin.enumerate.*|set enum.start: 2018.*|2018\. +A year')"
  echo "$name | column: $(has 'th align="right"|begin.tabular..*|cellx.align: right|\| -+:? \| -+:? \|')"
done > ../seen
cd ..
cat > expected <<'TXT'
a.xml | few: In Kent &amp;lt;5 boxes
a.xml | alternative texts: A figure of boxes none
a.xml | list: <list list-type="order">
a.xml | column: th align="right"
a.tex | few: In Kent \textless 5 boxes
a.tex | alternative texts: none none
a.tex | list: begin{enumerate}[resume]
a.tex | column: begin{tabular}{p{\dimexpr 0.500\linewidth-2\tabcolsep}p{\dimexpr 0.500\linewidth-2\tabcolsep}}
a.typ | few: In Kent \<5 boxes
a.typ | alternative texts: none none
a.typ | list: set enum(start: 2018)
a.typ | column: cellx(align: right
a.md | few: In Kent <5 boxes
a.md | alternative texts: A figure of boxes A picture of boxes
a.md | list: 2018.   A year
a.md | column: | ---- | ----- |
TXT
diff expected seen
