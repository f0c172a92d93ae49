#!/usr/bin/env bash
# speech-rule-engine 4.1.5 (npm), by which MathJax says formulas, in its rules `mathspeak`.
# Guess: a number of MathML is said as a whole: 1,644 is a thousand and 44.5 keeps its point, in German too, where both are
# turned round or neither is; a number with its minus, <mn>−158</mn>, is said as minus 158.
# Seen: in German and French the decimal point is turned into a comma, 82,109.4 into 82.109,4 and 82109,4, but 1,644
# stays 1,644, which a German or French voice reads as one and 644 thousandths. In French 1,644,000 is right. A minus
# within the number has its digits said one by one, "minus 1 5 8".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund speech-rule-engine@4.1.5
cat > try.cjs <<'JS'
const sre = require('speech-rule-engine')
;(async () => {
  for (const locale of ['en', 'de', 'fr']) {
    await sre.setupEngine({ locale, modality: 'speech', domain: 'mathspeak' })
    await sre.engineReady()
    for (const number of ['44.5', '82,109.4', '1,644', '1,644,000', '−158'])
      console.log(locale, number, '|', sre.toSpeech(`<math xmlns="http://www.w3.org/1998/Math/MathML"><mn>${number}</mn></math>`))
  }
})()
JS
cat > expected <<'TXT'
en 44.5 | 44.5
en 82,109.4 | 82,109.4
en 1,644 | 1,644
en 1,644,000 | 1,644,000
en −158 | Number minus 1 5 8
de 44.5 | 44,5
de 82,109.4 | 82.109,4
de 1,644 | 1,644
de 1,644,000 | 1,644,000
de −158 | Zahl minus 1 5 8
fr 44.5 | 44,5
fr 82,109.4 | 82109,4
fr 1,644 | 1,644
fr 1,644,000 | 1644000
fr −158 | nombre moins 1 5 8
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
