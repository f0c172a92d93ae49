#!/usr/bin/env bash
# jupytext 1.19.6 (PyPI), by which notebooks are kept as Markdown or scripts.
# Guess: a notebook written as Markdown or as a script and read again has its text, figures and pictures, or one is told
# what is not kept.
# Seen: of a chart that was dropped into a cell of Markdown (an attachment) the address stays and the picture is gone in
# all formats tried, without a word. A comment in code that begins with "# %% 44% of boxes" parts the cell of a script in
# two and is no longer there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check jupytext==1.19.6 nbformat==5.10.4
cat > try.py <<'PY'
import warnings
import jupytext
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
book = new_notebook(metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}})
book.cells = [
    new_markdown_cell("In 2018 there were 550.\n\n![Boxes rose](attachment:boxes.svg)", attachments={"boxes.svg": {"image/svg+xml": "PHN2Zy8+"}}),
    new_code_cell("# %% 44% of boxes\nshare = 0.44"),
]
for form in ["md", "Rmd", "md:myst", "py:light", "py:percent"]:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        cells = jupytext.reads(jupytext.writes(book, form), form).cells
    told = [str(one.message) for one in said if "attach" in str(one.message)]
    print(form, "| told", told, "| attachments", list(cells[0].get("attachments", {})), "|", cells[0].source.split("\n")[-1], "| code", [cell.source for cell in cells[1:]])
PY
cat > expected <<'TXT'
md | told [] | attachments [] | ![Boxes rose](attachment:boxes.svg) | code ['# %% 44% of boxes\nshare = 0.44']
Rmd | told [] | attachments [] | ![Boxes rose](attachment:boxes.svg) | code ['# %% 44% of boxes\nshare = 0.44']
md:myst | told [] | attachments [] | ![Boxes rose](attachment:boxes.svg) | code ['# %% 44% of boxes\nshare = 0.44']
py:light | told [] | attachments [] | ![Boxes rose](attachment:boxes.svg) | code ['# %% 44% of boxes\nshare = 0.44']
py:percent | told [] | attachments [] | ![Boxes rose](attachment:boxes.svg) | code ['', 'share = 0.44']
TXT
env/bin/python try.py > seen 2> log
diff expected seen
