#!/usr/bin/env bash
# papermill 2.7.0 with nbformat 5.11.1 (PyPI), which fills the parameters of a notebook; none is run (--prepare-only).
# Guess: what is typed behind -p is the text that was typed, or a number where it is written as one: the area 007 and
# the offence 12E5 stay codes, 2018_19 a year. In a file of YAML 1:20, one in twenty, is text, and 1_644 too.
# Seen: 007 is 7, 12E5 is 1200000.0, 2018_19 is 201819, the table 1.10 is 1.1 and "nan" is no number. In the file 1:20
# is 80, 1_644 is 1644 and "no" is False, while 1e5 is text. 2018-19 and 2018-09 are text. -r keeps all that is typed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check papermill==2.7.0 nbformat==5.11.1
cat > make.py <<'PY'
import nbformat
cell = nbformat.v4.new_code_cell('code = "000"', metadata={"tags": ["parameters"]})
kernel = {"kernelspec": {"name": "python3", "display_name": "Python", "language": "python"}}
nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), "in.ipynb")
PY
v/bin/python make.py
show() {
  v/bin/papermill in.ipynb out.ipynb --prepare-only "$@" > /dev/null 2>&1
  v/bin/python -c 'import nbformat; print(*nbformat.read("out.ipynb", 4).cells[1].source.splitlines()[1:], sep="\n")'
}
cat > expected <<'TXT'
007 | code = 7 | code = "007"
12E5 | code = 1200000.0 | code = "12E5"
2018_19 | code = 201819 | code = "2018_19"
2018-19 | code = "2018-19" | code = "2018-19"
1.10 | code = 1.1 | code = "1.10"
nan | code = float('nan') | code = "nan"
share = 80
count = 1644
final = False
big = "1e5"
year = "2018-19"
month = "2018-09"
TXT
{
  for typed in 007 12E5 2018_19 2018-19 1.10 nan; do echo "$typed | $(show -p code "$typed") | $(show -r code "$typed")"; done
  printf '%s\n' 'share: 1:20' 'count: 1_644' 'final: no' 'big: 1e5' 'year: 2018-19' 'month: 2018-09' > t.yaml
  show -f t.yaml
} > seen
diff expected seen
