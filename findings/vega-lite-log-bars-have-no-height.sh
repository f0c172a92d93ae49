#!/usr/bin/env bash
# Vega-Lite 6.4.3 with Vega 6.4.0 (npm).
# Guess: bars on a logarithmic scale start at the lower end of the axis, or are refused.
# Seen: every bar is drawn with no height at its value, so that the chart is empty, with axes and without an
# error, also with a domain given. A square root scale is drawn.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3
cat > try.mjs <<'JS'
import * as vega from 'vega'
import { compile } from 'vega-lite'
for (const scale of [{ type: 'linear' }, { type: 'sqrt' }, { type: 'log' }, { type: 'log', domain: [1, 100] }]) {
  const values = [{ year: '2012', count: 5 }, { year: '2017', count: 50 }]
  const encoding = { x: { field: 'year' }, y: { field: 'count', type: 'quantitative', scale } }
  const view = new vega.View(vega.parse(compile({ width: 100, height: 100, data: { values }, mark: 'bar', encoding }).spec), { renderer: 'none' })
  await view.runAsync()
  const heights = [...(await view.toSVG()).matchAll(/aria-label="year: [^"]*"[^>]*? d="[^"]*v([0-9.]+)h/g)].map(bar => Math.round(Number(bar[1])))
  console.log(JSON.stringify(scale), '| heights', ...heights)
}
JS
cat > "$work/expected" <<'TXT'
{"type":"linear"} | heights 10 100
{"type":"sqrt"} | heights 32 100
{"type":"log"} | heights 0 0
{"type":"log","domain":[1,100]} | heights 0 0
TXT
node try.mjs > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
