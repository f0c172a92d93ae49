#!/usr/bin/env bash
# pandas 3.1.1 with lxml 6.1.3 (PyPI), read_html().
# Guess: of a cell with a raised mark, 1,234 with a small 1, the figure or the text is read; of a figure that was
# corrected, 5 struck out and 6 put in, the 6 or the text "5 6"; 1,5 is text, since no thousands have one digit; a cell
# that is hidden leaves its place empty.
# Seen: the figure is 12341, the year 20173, the corrected one 56, 1,5 is 15 and the code 007 is 7: all are numbers like
# the rest of their columns. Where a cell is hidden by display:none those behind it slip one column to the left.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 lxml==6.1.3
cat > try.py <<'PY'
import io, pandas
def say(head, *rows):
    page = "".join(f"<tr>{''.join(row)}</tr>" for row in [[f"<th>{cell}</th>" for cell in head], *rows])
    table = pandas.read_html(io.StringIO(f"<table>{page}</table>"))[0]
    for name in table:
        print(name, "|", *table[name].tolist())
def row(*cells):
    return [cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in cells]
say(["year", "boxes", "lost", "share", "area"], row("2017<sup>3</sup>", "1,234<sup>1</sup>", "<del>5</del><ins>6</ins>", "1,5", "007"), row("2018", "550", "7", "0,5", "012"))
say(["year", "sent", "lost"], row("2017", '<td style="display:none">9</td>', "5"))
PY
cat > expected <<'TXT'
year | 20173 2018
boxes | 12341 550
lost | 56 7
share | 15 5
area | 7 12
year | 2017
sent | 5
lost | nan
TXT
v/bin/python -W ignore try.py > seen
diff expected seen
