#!/usr/bin/env bash
# asciidoctor 4.1.0 (npm), tables in AsciiDoc.
# Guess: a flag behind a figure, 550 e (estimated), stays in its cell, as 550 p does, whether or not there is a space
# before the bar of the next cell.
# Seen: without that space every letter is taken for the style of the next cell and is gone from the page, p, r and c as
# well as those that are styles; of e the figure behind it stands in italics, of s in bold, of h it is a heading.
# "550 2+|" spreads the next figure over two columns. With a space before the bar all flags stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund asciidoctor@4.1.0
cat > try.mjs <<'JS'
import { convert } from 'asciidoctor'
for (const flag of [...'abcdefhlmnprsuz', '2+']) for (const space of ['', ' ']) {
  const page = await convert(`|===\n|550 ${flag}${space}|600\n|===`)
  console.log(`|550 ${flag}${space}|600`, '=>', page.replaceAll(/\n/g, '').replace(/.*<tbody>|<\/tbody>.*/g, '').replaceAll(/ class="[^"]*"|<\/?tr>|<\/?p>/g, ''))
}
JS
cat > expected <<'TXT'
|550 a|600 => <td><p>550</td><td><div><div>600</div></div></td>
|550 a |600 => <td><p>550 a</td><td><p>600</td>
|550 b|600 => <td><p>550</td><td><p>600</td>
|550 b |600 => <td><p>550 b</td><td><p>600</td>
|550 c|600 => <td><p>550</td><td><p>600</td>
|550 c |600 => <td><p>550 c</td><td><p>600</td>
|550 d|600 => <td><p>550</td><td><p>600</td>
|550 d |600 => <td><p>550 d</td><td><p>600</td>
|550 e|600 => <td><p>550</td><td><p><em>600</em></td>
|550 e |600 => <td><p>550 e</td><td><p>600</td>
|550 f|600 => <td><p>550</td><td><p>600</td>
|550 f |600 => <td><p>550 f</td><td><p>600</td>
|550 h|600 => <td><p>550</td><th><p>600</th>
|550 h |600 => <td><p>550 h</td><td><p>600</td>
|550 l|600 => <td><p>550</td><td><div><pre>600</pre></div></td>
|550 l |600 => <td><p>550 l</td><td><p>600</td>
|550 m|600 => <td><p>550</td><td><p><code>600</code></td>
|550 m |600 => <td><p>550 m</td><td><p>600</td>
|550 n|600 => <td><p>550</td><td><p>600</td>
|550 n |600 => <td><p>550 n</td><td><p>600</td>
|550 p|600 => <td><p>550</td><td><p>600</td>
|550 p |600 => <td><p>550 p</td><td><p>600</td>
|550 r|600 => <td><p>550</td><td><p>600</td>
|550 r |600 => <td><p>550 r</td><td><p>600</td>
|550 s|600 => <td><p>550</td><td><p><strong>600</strong></td>
|550 s |600 => <td><p>550 s</td><td><p>600</td>
|550 u|600 => <td><p>550</td><td><p>600</td>
|550 u |600 => <td><p>550 u</td><td><p>600</td>
|550 z|600 => <td><p>550</td><td><p>600</td>
|550 z |600 => <td><p>550 z</td><td><p>600</td>
|550 2+|600 => <td><p>550</td><td colspan="2"><p>600</td>
|550 2+ |600 => <td><p>550 2+</td><td><p>600</td>
TXT
node try.mjs > seen 2> /dev/null
diff expected seen
