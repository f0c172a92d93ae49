#!/usr/bin/env bash
# @citation-js/plugin-enw 0.3.0 with @citation-js/core 0.9.0 (npm), EndNote's files of references to CSL.
# Guess: %D is the year and %8 the day in it, so that 2018 with 3 September is 3 September 2018; a name that ends with a comma is
# an office, as in EndNote's own files; %I is the publisher, %J the newspaper, a second %U does not spoil the first.
# Seen: with %8 3 September the date is September of the year 3 and 2018 is gone; September 2018 as %8 loses its month. Department
# for Education, is a person called Education, with a comma. The office that publishes and the newspaper are left out, and two
# addresses are a list where CSL has one text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --legacy-peer-deps @citation-js/plugin-enw@0.3.0 @citation-js/core@0.9.0
cat > try.cjs <<'JS'
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-enw')
const show = (what, lines, ...keys) => {
  const [entry] = new Cite(`%0 ${what}\n%T Boxes\n${lines.join('\n')}\n`).data
  console.log(what, '|', lines.join(', '), '|', JSON.stringify(Object.fromEntries(keys.map((key) => [key, entry[key]]))))
}
show('Report', ['%D 2018'], 'issued')
show('Newspaper Article', ['%D 2018', '%8 3 September'], 'issued')
show('Newspaper Article', ['%D 2018', '%8 September 3'], 'issued')
show('Web Page', ['%D 2018', '%8 September 2018'], 'issued')
show('Report', ['%A Smith, Ann', '%A Department for Education,'], 'author')
show('Report', ['%I Office for National Statistics'], 'title', 'publisher')
show('Newspaper Article', ['%J The Times'], 'title', 'container-title')
show('Report', ['%U https://example.org/a', '%U https://example.org/b'], 'URL')
JS
node try.cjs > seen 2> /dev/null
cat > expected <<'TXT'
Report | %D 2018 | {"issued":{"date-parts":[[2018]]}}
Newspaper Article | %D 2018, %8 3 September | {"issued":{"date-parts":[[3,9]]}}
Newspaper Article | %D 2018, %8 September 3 | {"issued":{"date-parts":[[3,9]]}}
Web Page | %D 2018, %8 September 2018 | {"issued":{"date-parts":[[2018]]}}
Report | %A Smith, Ann, %A Department for Education, | {"author":[{"given":"Ann","family":"Smith"},{"given":"Department","non-dropping-particle":"for","family":"Education,"}]}
Report | %I Office for National Statistics | {"title":"Boxes"}
Newspaper Article | %J The Times | {"title":"Boxes"}
Report | %U https://example.org/a, %U https://example.org/b | {"URL":["https://example.org/a","https://example.org/b"]}
TXT
diff expected seen
