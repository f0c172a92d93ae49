#!/usr/bin/env bash
# svgo 4.1.0 (prefixIds) and svgstore 3.0.1 (npm), by which the ids of several charts in one page are kept apart.
# Guess: where ids get a prefix, all that points to them does too: url(#hatch), href, and aria-labelledby and
# aria-describedby, by which a chart is read out; in one file of several charts each keeps its own hatching.
# Seen: prefixIds changes url() and href, aria-labelledby="t d" stays and leads nowhere, so that the chart has no name. With
# two charts in one page both prefixed, neither is read out. svgstore renames no id: in a file of two charts there are two
# of each, and all bars have the hatching of the first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund svgo@4.1.0 svgstore@3.0.1
cat > try.mjs <<'JS'
import { optimize } from 'svgo'
import svgstore from 'svgstore'
const chart = (word, stripe) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="t d"><title id="t">${word}</title><desc id="d">550 in 2018</desc><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h4" stroke="${stripe}"/></pattern></defs><a href="#note"><rect width="2" height="4" fill="url(#hatch)"/></a><text id="note">a note</text></svg>`
const tell = (what, svg) => {
  const all = pattern => [...svg.matchAll(pattern)].map(found => found[1]).join(' ')
  console.log(what, '| ids', all(/ id="([^"]*)"/g), '| read out by', all(/aria-labelledby="([^"]*)"/g), '| fill', all(/url\(([^)]*)\)/g), '| href', all(/href="([^"]*)"/g))
}
tell('as it was', chart('Boxes', 'red'))
tell('prefixIds', optimize(chart('Boxes', 'red'), { plugins: [{ name: 'prefixIds', params: { prefix: 'boxes' } }] }).data)
tell('svgstore', svgstore().add('boxes', chart('Boxes', 'red')).add('crates', chart('Crates', 'blue')).toString())
JS
node try.mjs > seen
cat > expected <<'TXT'
as it was | ids t d hatch note | read out by t d | fill #hatch | href #note
prefixIds | ids boxes__t boxes__d boxes__hatch boxes__note | read out by t d | fill #boxes__hatch | href #boxes__note
svgstore | ids hatch hatch boxes t d note crates t d note | read out by t d t d | fill #hatch #hatch | href #note #note
TXT
diff expected seen
