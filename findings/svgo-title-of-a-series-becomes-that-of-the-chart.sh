#!/usr/bin/env bash
# svgo 4.1.0 with its default plugins (npm), on an SVG that says what its marks are.
# Guess: a group of marks with a <title>, Nests, keeps it, as a mark with a <title> does; bars with figures of their own in
# data-* attributes stay apart, and so do bars without.
# Seen: the group is taken away and its <title> stands in the chart itself, which is called Nests from then on, and the bars
# of the next series too; where the chart has a title there are two or three. Bars without attributes of their own are joined
# into one path; those whose data-* differ, and titles within a mark, stay. With collapseGroups and mergePaths off all is kept.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund svgo@4.1.0
cat > try.mjs <<'JS'
import { optimize } from 'svgo'
const overrides = { collapseGroups: false, mergePaths: false }
const chart = marks => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">${marks}</svg>`
const bar = (x, more = '', within = '') => `<rect x="${x}" width="4" height="9" ${more}>${within}</rect>`
const cases = {
  'groups with titles': chart(`<g><title>Nests</title>${bar(0)}</g><g><title>Boxes</title>${bar(10)}</g>`),
  'marks with titles': chart(bar(0, '', '<title>2017: 550</title>') + bar(10, '', '<title>2018: 600</title>')),
  'bars with data': chart(bar(0, 'data-figure="a"') + bar(10, 'data-figure="b"')),
  'bars without': chart(bar(0) + bar(10))
}
for (const [what, svg] of Object.entries(cases)) {
  const short = data => data.replace(/ xmlns="[^"]*"| viewBox="[^"]*"/g, '')
  console.log(what, '|', short(optimize(svg).data))
  console.log(what, '| without the two plugins |', short(optimize(svg, { plugins: [{ name: 'preset-default', params: { overrides } }] }).data))
}
JS
node try.mjs > seen
cat > expected <<'TXT'
groups with titles | <svg><title>Nests</title><path d="M0 0h4v9H0z"/><title>Boxes</title><path d="M10 0h4v9h-4z"/></svg>
groups with titles | without the two plugins | <svg><g><title>Nests</title><path d="M0 0h4v9H0z"/></g><g><title>Boxes</title><path d="M10 0h4v9h-4z"/></g></svg>
marks with titles | <svg><path d="M0 0h4v9H0z"><title>2017: 550</title></path><path d="M10 0h4v9h-4z"><title>2018: 600</title></path></svg>
marks with titles | without the two plugins | <svg><path d="M0 0h4v9H0z"><title>2017: 550</title></path><path d="M10 0h4v9h-4z"><title>2018: 600</title></path></svg>
bars with data | <svg><path d="M0 0h4v9H0z" data-figure="a"/><path d="M10 0h4v9h-4z" data-figure="b"/></svg>
bars with data | without the two plugins | <svg><path d="M0 0h4v9H0z" data-figure="a"/><path d="M10 0h4v9h-4z" data-figure="b"/></svg>
bars without | <svg><path d="M0 0h4v9H0zM10 0h4v9h-4z"/></svg>
bars without | without the two plugins | <svg><path d="M0 0h4v9H0z"/><path d="M10 0h4v9h-4z"/></svg>
TXT
diff expected seen
