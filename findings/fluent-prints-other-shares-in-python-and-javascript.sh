#!/usr/bin/env bash
# @fluent/bundle 0.19.1 (npm) and fluent.runtime 0.4.0 with Babel 2.19.0 (PyPI), two readers of Fluent's messages.
# Guess: one message with one figure gives the same text in both: a share as percent, a figure with one decimal place with
# its plural.
# Seen: { NUMBER($n, style: "percent") } is 44% of 0.445 in Python and 0.445 in JavaScript, which passes over the style
# without an error. { NUMBER($n, minimumFractionDigits: 1) -> ... } of 1 is "1.0 box" in Python and "1.0 boxes", as
# English has it, in JavaScript. 2.5 without decimals is 2 and 3.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @fluent/bundle@0.19.1
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check fluent.runtime==0.4.0 Babel==2.19.0
cat > m.ftl <<'FTL'
share = { NUMBER($n, style: "percent") } of boxes
boxes = { NUMBER($n, minimumFractionDigits: 1) ->
    [one] { NUMBER($n, minimumFractionDigits: 1) } box
   *[other] { NUMBER($n, minimumFractionDigits: 1) } boxes
 }
round = { NUMBER($n, maximumFractionDigits: 0) } boxes
FTL
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
const bundle = new FluentBundle('en', { useIsolating: false })
bundle.addResource(new FluentResource(readFileSync('m.ftl', 'utf8')))
for (const [name, n] of [['share', 0.445], ['boxes', 1], ['boxes', 0.5], ['round', 2.5], ['round', 3.5]]) {
  const errors = []
  console.log('JavaScript |', name, n, '|', bundle.formatPattern(bundle.getMessage(name).value, { n }, errors), '| errors', errors.length)
}
JS
cat > try.py <<'PY'
from fluent.runtime import FluentBundle, FluentResource
bundle = FluentBundle(["en"], use_isolating=False)
bundle.add_resource(FluentResource(open("m.ftl").read()))
for name, n in [("share", 0.445), ("boxes", 1), ("boxes", 0.5), ("round", 2.5), ("round", 3.5)]:
    text, errors = bundle.format_pattern(bundle.get_message(name).value, {"n": n})
    print("Python |", name, n, "|", text, "| errors", len(errors))
PY
cat > expected <<'TXT'
JavaScript | share 0.445 | 0.445 of boxes | errors 0
JavaScript | boxes 1 | 1.0 boxes | errors 0
JavaScript | boxes 0.5 | 0.5 boxes | errors 0
JavaScript | round 2.5 | 3 boxes | errors 0
JavaScript | round 3.5 | 4 boxes | errors 0
Python | share 0.445 | 44% of boxes | errors 0
Python | boxes 1 | 1.0 box | errors 0
Python | boxes 0.5 | 0.5 boxes | errors 0
Python | round 2.5 | 2 boxes | errors 0
Python | round 3.5 | 4 boxes | errors 0
TXT
{ node try.mjs; v/bin/python try.py; } > seen 2> /dev/null
diff expected seen
