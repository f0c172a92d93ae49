#!/usr/bin/env bash
# mustache 4.2.0 and i18next 26.7.2, to compare handlebars 4.7.10 and nunjucks 3.2.4 (npm), and chevron 0.14.0 (PyPI),
# another Mustache.
# Guess: a text put into a template has <, >, & and quotation marks escaped, and nothing else: 2018/19 stays 2018/19 also
# in a text that is no HTML; a count that came as text, "1", gives the plural or an error.
# Seen: mustache and i18next write 2018&#x2F;19, which stands so in a mail, a Markdown page or an aria-label set by a
# script; the others keep the slash. With the count "1" i18next prints the name of the message itself.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mustache@4.2.0 i18next@26.7.2 handlebars@4.7.10 nunjucks@3.2.4
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check chevron==0.14.0
cat > try.mjs <<'JS'
import { execFileSync } from 'child_process'
import Handlebars from 'handlebars'
import i18next from 'i18next'
import Mustache from 'mustache'
import nunjucks from 'nunjucks'
const year = '2018/19'
await i18next.init({ lng: 'en', showSupportNotice: false, resources: { en: { translation: { in: 'in {{year}}', box_one: '{{count}} box', box_other: '{{count}} boxes' } } } })
console.log('mustache |', Mustache.render('in {{year}}', { year }))
console.log('i18next |', i18next.t('in', { year }))
console.log('handlebars |', Handlebars.compile('in {{year}}')({ year }))
console.log('nunjucks |', new nunjucks.Environment(null, { autoescape: true }).renderString('in {{year}}', { year }))
console.log('chevron |', execFileSync('v/bin/python', ['-c', 'import chevron, sys; print(chevron.render("in {{year}}", {"year": sys.argv[1]}))', year], { encoding: 'utf8' }).trim())
for (const count of [1, 5, 0.5, '1', '5']) console.log('i18next, count', JSON.stringify(count), '|', i18next.t('box', { count }))
JS
cat > expected <<'TXT'
mustache | in 2018&#x2F;19
i18next | in 2018&#x2F;19
handlebars | in 2018/19
nunjucks | in 2018/19
chevron | in 2018/19
i18next, count 1 | 1 box
i18next, count 5 | 5 boxes
i18next, count 0.5 | 0.5 boxes
i18next, count "1" | box
i18next, count "5" | box
TXT
node try.mjs | grep '|' > seen 2> /dev/null
diff expected seen
