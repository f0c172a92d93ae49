#!/usr/bin/env bash
# intl-messageformat 12.1.5 (FormatJS, react-intl) and @messageformat/core 3.4.1 (npm), messages of ICU.
# Guess: a figure that is null, as a missing one is in JSON, is refused by {n, plural} and {n, number}, as one that is
# left out is, or printed as nothing; both agree on which figures are one.
# Seen: null is zero: "0 boxes", "0%" and, as a date, 1 January 1970. A figure that is left out is an error in
# intl-messageformat and NaN in the other; "1,644" is NaN. Minus one is "-1 box" in intl-messageformat and "-1 boxes" in
# the other. {n, number, ::.0} {n, plural, ...} of 1 is "1.0 box" in both, where English has "1.0 boxes".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund intl-messageformat@12.1.5 @messageformat/core@3.4.1
cat > try.mjs <<'JS'
import MessageFormat from '@messageformat/core'
import { IntlMessageFormat } from 'intl-messageformat'
const attempt = print => { try { return print() } catch (error) { return error.name } }
for (const message of ['{n, plural, one {# box} other {# boxes}}', '{n, number, percent}', '{n, number, ::.0} {n, plural, one {box} other {boxes}}', '{n, date}'])
  for (const values of [{ n: null }, {}, { n: 1 }, { n: -1 }, { n: '1,644' }])
    if (message != '{n, date}' || values.n === null)
      console.log(message, '|', JSON.stringify(values), '|', attempt(() => new IntlMessageFormat(message, 'en', undefined, { timeZone: 'UTC' }).format(values)), '|', attempt(() => new MessageFormat('en').compile(message)(values)))
JS
cat > expected <<'TXT'
{n, plural, one {# box} other {# boxes}} | {"n":null} | 0 boxes | 0 boxes
{n, plural, one {# box} other {# boxes}} | {} | Error | NaN boxes
{n, plural, one {# box} other {# boxes}} | {"n":1} | 1 box | 1 box
{n, plural, one {# box} other {# boxes}} | {"n":-1} | -1 box | -1 boxes
{n, plural, one {# box} other {# boxes}} | {"n":"1,644"} | NaN boxes | NaN boxes
{n, number, percent} | {"n":null} | 0% | 0%
{n, number, percent} | {} | Error | NaN%
{n, number, percent} | {"n":1} | 100% | 100%
{n, number, percent} | {"n":-1} | -100% | -100%
{n, number, percent} | {"n":"1,644"} | NaN% | NaN%
{n, number, ::.0} {n, plural, one {box} other {boxes}} | {"n":null} | 0.0 boxes | 0.0 boxes
{n, number, ::.0} {n, plural, one {box} other {boxes}} | {} | Error | NaN boxes
{n, number, ::.0} {n, plural, one {box} other {boxes}} | {"n":1} | 1.0 box | 1.0 box
{n, number, ::.0} {n, plural, one {box} other {boxes}} | {"n":-1} | -1.0 box | -1.0 boxes
{n, number, ::.0} {n, plural, one {box} other {boxes}} | {"n":"1,644"} | NaN boxes | NaN boxes
{n, date} | {"n":null} | 1/1/1970 | Jan 1, 1970
TXT
TZ=UTC node try.mjs > seen 2> /dev/null
diff expected seen
