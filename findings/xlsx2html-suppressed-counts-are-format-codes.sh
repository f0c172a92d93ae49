#!/usr/bin/env bash
# xlsx2html 0.6.4 (PyPI).
# Guess: a page made from a workbook shows what Excel shows: £12.5m, 550*, 2017/18, "<5" for small counts, 1½, 0.1 for 0.05.
# Seen: texts in a number format come with their quotation marks: 550 shown as 550* is the word General, without the figure,
# 2017/18 is 201718"/"00, and a small count shown as <5 is [<3]"<5", so that the suppressed figure itself, 3, is in the
# page. Commas that divide by thousands do not: £12.5m is "£"12,500,000.0"m", 1,235 thousands are ",1234567". One and a
# half as a fraction is "2 /". Halves go to the even side: 0.05 is 0.0, 2.5 is 2. Shares, brackets and dates are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check xlsx2html==0.6.4 openpyxl==3.1.5
cat > try.py <<'PY'
import re
import openpyxl
from xlsx2html import xlsx2html
shown = [(0.445, '0.0%', '44.5%'), (-158, '#,##0;(#,##0)', '(158)'), (43346, 'mmm yyyy', 'Sep 2018'), (12500000, '"£"#,##0.0,,"m"', '£12.5m'),
         (1234567, '#,##0,', '1,235'), (550, 'General"*"', '550*'), (201718, '0000"/"00', '2017/18'), (3, '[<5]"<5";0', '<5'), (8, '[<5]"<5";0', '8'),
         (1.5, '# ?/?', '1 1/2'), (0.05, '0.0', '0.1'), (2.5, '0', '3')]
book = openpyxl.Workbook()
for row, (value, code, _) in enumerate(shown, 1):
    book.active.cell(row, 1, value).number_format = code
book.save('a.xlsx')
page = xlsx2html('a.xlsx', locale='en')
page.seek(0)
cells = re.findall(r'<td[^>]*>(.*?)</td>', page.read(), re.S)
for (value, code, words), cell in zip(shown, cells):
    print(f'{value} {code} | shown {words} | page {cell.strip()}')
PY
cat > expected <<'TXT'
0.445 0.0% | shown 44.5% | page 44.5%
-158 #,##0;(#,##0) | shown (158) | page (158)
43346 mmm yyyy | shown Sep 2018 | page Sep 2018
12500000 "£"#,##0.0,,"m" | shown £12.5m | page "£"12,500,000.0"m"
1234567 #,##0, | shown 1,235 | page ,1234567
550 General"*" | shown 550* | page General""
201718 0000"/"00 | shown 2017/18 | page 201718"/"00
3 [<5]"<5";0 | shown <5 | page [<3]"<5"
8 [<5]"<5";0 | shown 8 | page [<8]"<5"
1.5 # ?/? | shown 1 1/2 | page 2 /
0.05 0.0 | shown 0.1 | page 0.0
2.5 0 | shown 3 | page 2
TXT
v/bin/python try.py > seen 2> log
diff expected seen
