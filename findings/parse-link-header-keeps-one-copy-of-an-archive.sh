#!/usr/bin/env bash
# parse-link-header 2.0.0, to compare http-link-header 1.1.4 (npm), which read lists of links as web archives give them (a
# TimeMap names every copy of a page with its day).
# Guess: all copies of the page are there, each with its address and day.
# Seen: links are kept by their relation, so that of four copies the last one alone is there as "memento"; of the first the
# address has its parameters mixed in among those of the link. http-link-header has all four.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund parse-link-header@2.0.0 http-link-header@1.1.4
cat > try.mjs <<'JS'
import LinkHeader from 'http-link-header'
import parse from 'parse-link-header'
const days = ['Mon, 03 Sep 2018', 'Tue, 03 Sep 2019', 'Thu, 03 Sep 2020', 'Fri, 03 Sep 2021']
const list = ['<https://example.org/a>; rel="original"', ...days.map((day, i) => `<https://archive.example/${2018 + i}0903000000/https://example.org/a?table=${i}>; rel="${['first memento', 'memento', 'memento', 'last memento'][i]}"; datetime="${day} 00:00:00 GMT"`)].join(', ')
for (const [rel, link] of Object.entries(parse(list))) console.log('parse-link-header |', rel, '|', JSON.stringify(link))
for (const link of LinkHeader.parse(list).rel('memento')) console.log('http-link-header |', link.datetime, '|', link.uri)
JS
cat > expected <<'TXT'
parse-link-header | original | {"rel":"original","url":"https://example.org/a"}
parse-link-header | first | {"table":"0","rel":"first","datetime":"Mon, 03 Sep 2018 00:00:00 GMT","url":"https://archive.example/20180903000000/https://example.org/a?table=0"}
parse-link-header | memento | {"table":"3","rel":"memento","datetime":"Fri, 03 Sep 2021 00:00:00 GMT","url":"https://archive.example/20210903000000/https://example.org/a?table=3"}
parse-link-header | last | {"table":"3","rel":"last","datetime":"Fri, 03 Sep 2021 00:00:00 GMT","url":"https://archive.example/20210903000000/https://example.org/a?table=3"}
http-link-header | Mon, 03 Sep 2018 00:00:00 GMT | https://archive.example/20180903000000/https://example.org/a?table=0
http-link-header | Tue, 03 Sep 2019 00:00:00 GMT | https://archive.example/20190903000000/https://example.org/a?table=1
http-link-header | Thu, 03 Sep 2020 00:00:00 GMT | https://archive.example/20200903000000/https://example.org/a?table=2
http-link-header | Fri, 03 Sep 2021 00:00:00 GMT | https://archive.example/20210903000000/https://example.org/a?table=3
TXT
node try.mjs > seen 2> log
diff expected seen
