#!/usr/bin/env bash
# @react-pdf/renderer 4.9.0 with react 19.3.1, and pdfjs-dist 5.6.205 to read (npm).
# Guess: the address of a source that is too long for its line is broken without a sign, or runs over, as in a browser, and
# an amount, £3.4bn, stays whole.
# Seen: both get hyphens like words: https://example.org/boxes is printed as "https://ex-", "am-", "ple.org/box-", "es",
# so that the address that is copied or typed from the page leads nowhere, and £3.4bn–£5.6bn as "£3.4-" and
# "bn–£5.6bn". Figures, 1,234,567,890 and 2018-19, stay whole. With
# hyphenationCallback={word => [word]} the address has no hyphens, the amount still has.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @react-pdf/renderer@4.9.0 react@19.3.1 pdfjs-dist@5.6.205
cat > try.mjs <<'JS'
import { Document, Page, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { createElement as h } from 'react'
for (const hyphenationCallback of [undefined, word => [word]])
  for (const text of ['https://example.org/boxes', '£3.4bn–£5.6bn', '1,234,567,890', '2018-19']) {
    const buffer = await renderToBuffer(h(Document, null, h(Page, { style: { fontSize: 10 } }, h(View, { style: { width: 32 } }, h(Text, { hyphenationCallback }, text)))))
    const page = await (await getDocument({ data: new Uint8Array(buffer), verbosity: 0 }).promise).getPage(1)
    const lines = new Map()
    for (const { str, transform } of (await page.getTextContent()).items) lines.set(transform[5], (lines.get(transform[5]) ?? '') + str)
    console.log(hyphenationCallback ? 'callback' : 'as it is', '|', text, '|', [...lines.values()].filter(line => line.trim()).join(' | '))
  }
JS
cat > expected <<'TXT'
as it is | https://example.org/boxes | https://ex- | am- | ple.org/box- | es
as it is | £3.4bn–£5.6bn | £3.4- | bn–£5.6bn
as it is | 1,234,567,890 | 1,234,567,890
as it is | 2018-19 | 2018-19
callback | https://example.org/boxes | https://example.org/boxes
callback | £3.4bn–£5.6bn | £3.4- | bn–£5.6bn
callback | 1,234,567,890 | 1,234,567,890
callback | 2018-19 | 2018-19
TXT
node try.mjs > seen 2> log
diff expected seen
