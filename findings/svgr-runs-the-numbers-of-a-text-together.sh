#!/usr/bin/env bash
# SVGR (npm): @svgr/core 8.1.0 and @svgr/plugin-jsx 8.1.0, which make a component for React of an SVG; react-dom 19.2.0.
# Guess: what React writes of the component says the same as the SVG, in its words and its links.
# Seen: the spaces between the parts of a text are gone: three <tspan> with 2018, 550 and 560 are drawn as "2018550560",
# with the year outside them and each on a line of its own as "2018 550560". The address of a link has &amp;amp; where it
# had &amp;, and leads to another page. The title is right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @svgr/core@8.1.0 @svgr/plugin-jsx@8.1.0 esbuild@0.25.0 react@19.2.0 react-dom@19.2.0 @xmldom/xmldom@0.9.12
cat > try.cjs <<'JS'
const { transform } = require('@svgr/core')
const { DOMParser } = require('@xmldom/xmldom')
const esbuild = require('esbuild')
const React = require('react')
const { renderToStaticMarkup } = require('react-dom/server')
const svg = `<svg xmlns="http://www.w3.org/2000/svg">
<title>Boxes &lt;5 &amp; more</title>
<text y="10"><tspan>2018</tspan> <tspan>550</tspan> <tspan>560</tspan></text>
<text y="20">
  2018
  <tspan>550</tspan>
  <tspan>560</tspan>
</text>
<a href="https://example.org/?a=1&amp;b=2"><text y="30">Source</text></a>
</svg>`
function say (name, source) {
  const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement
  const texts = [...root.getElementsByTagName('title'), ...root.getElementsByTagName('text')].map(one => one.textContent.replace(/\s+/g, ' ').trim())
  console.log(name, JSON.stringify(texts), root.getElementsByTagName('a')[0].getAttribute('href'))
}
const code = transform.sync(svg, { plugins: ['@svgr/plugin-jsx'] }, { componentName: 'Chart' })
const module_ = { exports: {} }
new Function('module', 'exports', 'require', esbuild.transformSync(code, { loader: 'jsx', format: 'cjs' }).code)(module_, module_.exports, require)
say('svg', svg)
say('react', renderToStaticMarkup(React.createElement(module_.exports.default)))
JS
cat > expected <<'TXT'
svg ["Boxes <5 & more","2018 550 560","2018 550 560","Source"] https://example.org/?a=1&b=2
react ["Boxes <5 & more","2018550560","2018 550560","Source"] https://example.org/?a=1&amp;b=2
TXT
node try.cjs > seen 2> log
diff expected seen
