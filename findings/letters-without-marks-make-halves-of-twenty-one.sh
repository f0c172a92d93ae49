#!/usr/bin/env bash
# transliteration 2.6.1, unidecode 1.1.0 and any-ascii 0.3.3 (npm), text-unidecode 1.3 and, to compare, Unidecode 1.4.0
# (PyPI), which write any text in plain letters, for file names, keys and search.
# Guess: two and a half, 2½, becomes 2 1/2 or 2.5; a footnote mark stays apart from its figure or is dropped; the minus
# of Unicode becomes a hyphen, ≥ becomes >= or an error; pounds are GBP, L or nothing.
# Seen: 2½ is 21/2, ten and a half, in all but Unidecode. 1,234 with a raised 1 is 1,2341 in all. In transliteration −158
# is 158 and ≥5 is 5, without a word; unidecode (npm) and text-unidecode write [?]158. £3.4bn is PS3.4bn in all but
# any-ascii.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund transliteration@2.6.1 unidecode@1.1.0 any-ascii@0.3.3
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check text-unidecode==1.3 Unidecode==1.4.0
cat > try.mjs <<'JS'
import { execFileSync } from 'child_process'
import anyAscii from 'any-ascii'
import { transliterate } from 'transliteration'
import unidecode from 'unidecode'
const python = (name, text) => execFileSync('v/bin/python', ['-c', `import sys, ${name}; print(${name}.unidecode(sys.argv[1]))`, text], { encoding: 'utf8' }).trim()
console.log('typed | transliteration | unidecode (npm) | any-ascii | text-unidecode | Unidecode')
for (const text of ['2½', '1,234¹', '−158', '≥5', '5‰', '£3.4bn', '2018–19'])
  console.log(text, '|', transliterate(text), '|', unidecode(text), '|', (anyAscii.default ?? anyAscii)(text), '|', python('text_unidecode', text), '|', python('unidecode', text))
JS
cat > expected <<'TXT'
typed | transliteration | unidecode (npm) | any-ascii | text-unidecode | Unidecode
2½ | 21/2 | 21/2 | 21/2 | 21/2 | 2 1/2
1,234¹ | 1,2341 | 1,2341 | 1,2341 | 1,2341 | 1,2341
−158 | 158 | [?]158 | -158 | [?]158 | -158
≥5 | 5 | [?]5 | >=5 | [?]5 | >=5
5‰ | 5%0 | 5%0 | 5%0 | 5%0 | 5%0
£3.4bn | PS3.4bn | PS3.4bn | GBP3.4bn | PS3.4bn | PS3.4bn
2018–19 | 2018-19 | 2018-19 | 2018-19 | 2018-19 | 2018-19
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
