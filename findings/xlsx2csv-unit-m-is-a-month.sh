#!/usr/bin/env bash
# xlsx2csv 0.8.6 (PyPI), a workbook written by openpyxl 3.1.5.
# Guess: letters between quotation marks in a number format are literal, so that 12.5 in the format
# "£"#,##0.0"m" comes out as £12.5m, or as 12.5.
# Seen: the m is taken for a month: the cell becomes the format itself with 01 in the place of the m
# and the value is gone. #,##0.0"bn" and "£"#,##0.0 stay 12.5; "year "0 of 2017 is a date as well.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
cat > "$work/try.py" <<'PY'
import pathlib, subprocess, sys, tempfile, openpyxl
file = pathlib.Path(tempfile.mkdtemp()) / "t.xlsx"
book = openpyxl.Workbook()
for value, form in [(12.5, '"£"#,##0.0"m"'), (12.5, '#,##0.0"bn"'), (12.5, '"£"#,##0.0'), (2017, '"year "0')]:
    book.active.append([form, value])
    book.active.cell(book.active.max_row, 2).number_format = form
book.save(file)
tool = pathlib.Path(sys.executable).parent / "xlsx2csv"
print(subprocess.run([tool, file], capture_output=True, text=True).stdout.rstrip())
PY
cat > "$work/expected" <<'TXT'
"""£""#,##0.0""m""","""£""#,##0.0""01"""
"#,##0.0""bn""",12.5
"""£""#,##0.0",12.5
"""year ""0","""year ""0"
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
