#!/usr/bin/env bash
# axe-core 4.14.1 with jsdom 29.1.1 and html-validate 10.17.0 with its preset a11y (npm), which look for faults of
# accessibility.
# Guess: of charts in a page a fault is reported where one has no name, where its name is that of another chart
# because both have an id of the same name, where a part of aria-labelledby leads nowhere, and where the text is the
# name of a file.
# Seen: axe has no violation for a second chart that is read out with the title of the first (it lists it only among
# what a person should check), for a missing part of aria-labelledby, and for alt="chart.svg". html-validate reports
# the same id, and neither of the others, nor an SVG with role="img" and no name at all.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund axe-core@4.14.1 jsdom@29.1.1 html-validate@10.17.0
cat > try.mjs <<'JS'
import { readFileSync } from 'fs'
import { HtmlValidate } from 'html-validate'
import { JSDOM } from 'jsdom'
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const validate = new HtmlValidate({ extends: ['html-validate:a11y'] })
const chart = word => `<svg role="img" aria-labelledby="t"><title id="t">${word}</title></svg>`
const pages = {
  'no name': '<svg role="img"><text>550</text></svg>',
  'name of another': chart('Boxes') + chart('Crates'),
  'part is missing': '<svg role="img" aria-labelledby="t d"><title id="t">Boxes</title></svg>',
  'name of a file': '<img src="chart.svg" alt="chart.svg">',
  'no alternative text': '<img src="chart.svg">'
}
for (const [what, page] of Object.entries(pages)) {
  const { window } = new JSDOM(`<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>${page}</body></html>`, { runScripts: 'outside-only' })
  window.eval(axe)
  const { violations, incomplete } = await window.axe.run({ runOnly: ['wcag2a', 'wcag2aa'] })
  const report = await validate.validateString(page)
  console.log(what, '| axe', ...violations.map(({ id }) => id), '| to check', ...incomplete.map(({ id }) => id), '| html-validate', ...report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))
}
JS
node try.mjs > seen 2> /dev/null
cat > expected <<'TXT'
no name | axe svg-img-alt | to check color-contrast | html-validate
name of another | axe | to check duplicate-id-aria | html-validate no-dup-id
part is missing | axe | to check | html-validate
name of a file | axe | to check | html-validate
no alternative text | axe image-alt | to check | html-validate wcag/h37
TXT
diff expected seen
