#!/usr/bin/env bash
# pylightxl 1.61, a workbook written by XlsxWriter 3.3.1 (PyPI).
# Guess: 2018 in a format that puts FY before it, "FY"0, is 2018, as 12.5 in "£"0.0"m" is 12.5; thirty hours, shown as
# 30:00, are 1.25 or thirty hours; a text that looks like an escape of XML, as XlsxWriter protects it, is itself.
# Seen: letters between quotation marks are taken for a pattern of dates: the year is 1905/07/10, five shown as "5 days"
# are 1900/01/04, five "pupils" and 550 "(s)" are midnight, the figure gone. Thirty hours are 06:00:00, and the text
# _x0035_ is _x005F_x0035_. £12.5m and 550 "[r]" are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pylightxl==1.61 XlsxWriter==3.3.1
cat > try.py <<'PY'
import pylightxl, xlsxwriter
book = xlsxwriter.Workbook("t.xlsx")
sheet = book.add_worksheet("S")
cells = [(2018, '"FY"0'), (12.5, '"£"0.0"m"'), (5, '0" days"'), (5, '0" pupils"'), (550, '0" (s)"'), (550, '0" [r]"'), (1.25, "[h]:mm"), (0.445, "0.0%")]
for at, (value, format) in enumerate(cells):
    sheet.write(at, 0, value, book.add_format({"num_format": format}))
sheet.write_string(len(cells), 0, "_x0035_")
book.close()
rows = list(pylightxl.readxl("t.xlsx").ws("S").rows)
for (value, format), [read] in zip([*cells, ("_x0035_", "text")], rows):
    print(value, "|", format, "|", read)
PY
cat > expected <<'TXT'
2018 | "FY"0 | 1905/07/10
12.5 | "£"0.0"m" | 12.5
5 | 0" days" | 1900/01/04 00:00:00
5 | 0" pupils" | 00:00:00
550 | 0" (s)" | 00:00:00
550 | 0" [r]" | 550
1.25 | [h]:mm | 06:00:00
0.445 | 0.0% | 0.445
_x0035_ | text | _x005F_x0035_
TXT
v/bin/python -W ignore try.py > seen 2>&1
diff expected seen
