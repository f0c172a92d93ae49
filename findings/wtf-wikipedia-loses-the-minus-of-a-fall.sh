#!/usr/bin/env bash
# wtf_wikipedia 10.4.2 (npm), which makes text and tables of articles in wiki markup.
# Guess: the text says what the article shows: a template that is not known stays or is told, one that is known gives its figure.
# Seen: signs made by templates are gone, figures too: "fell by {{minus}}158" is "fell by 158", 5{{-}}10 is 510, {{nts|-158}} in a table
# is an empty cell, of {{val|1234|5}}, 1,234 give or take 5, the margin is gone, £{{inflation|…}} is £. A figure struck out
# is plain, a raised mark a digit. {{percentage|44.5|100}}, 44.5%, is 45%. A figure with a typed minus (−158) is text and its number
# null. Spans of rows, thousands, {{circa}} and dashes are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund wtf_wikipedia@10.4.2
cat > try.mjs <<'JS'
import wtf from 'wtf_wikipedia'
for (const markup of [
  'fell by {{minus}}158', '5{{-}}10 boxes', 'a change of {{nts|-158}}', '{{val|1234|5}} boxes', 'now £{{inflation|UK|100|1990}}', '{{percentage|44.5|100}}',
  '<s>550</s> 560', '1,234<sup>1</sup> boxes', '&minus;158', '{{circa|2018}}', '2018{{ndash}}19', '{{formatnum:1234567}}'
]) console.log(markup, '|', wtf(markup).text())
const table = wtf(`{| class="wikitable"
! Year !! Boxes
|-
| 2017 || rowspan=2 | 1,644
|-
| 2018
|-
| 2019 || −158
|-
| 2020 || {{nts|-158}}
|-
| 2021 || <s>550</s> 560
|}`).table(0)
for (const row of table.json()) console.log(row.Year.text, '|', JSON.stringify(row.Boxes.text), row.Boxes.number ?? null)
JS
node try.mjs > seen 2>&1
cat > expected <<'TXT'
fell by {{minus}}158 | fell by 158
5{{-}}10 boxes | 510 boxes
a change of {{nts|-158}} | a change of
{{val|1234|5}} boxes | 1,234 boxes
now £{{inflation|UK|100|1990}} | now £
{{percentage|44.5|100}} | 45%
<s>550</s> 560 | 550 560
1,234<sup>1</sup> boxes | 1,2341 boxes
&minus;158 | &minus;158
{{circa|2018}} | c. 2018
2018{{ndash}}19 | 2018–19
{{formatnum:1234567}} | 1,234,567
2017 | "1,644" 1644
2018 | "1,644" 1644
2019 | "−158" null
2020 | "" null
2021 | "550 560" null
TXT
diff expected seen
