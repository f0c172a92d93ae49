#!/usr/bin/env bash
# pandas-pcaxis 0.2 (PyPI, last of 2021), which makes data frames of PC-Axis files.
# Guess: a file that has all its variables in HEADING and no STUB, which the format allows, gives the same figures as one
# whose areas are the stub: North 117 118 119, South 217 218 219.
# Seen: the years are made the rows, and the figures are still dealt out in the order of the file: North of 2018 is South of
# 2017, South of 2017 is North of 2019. Where the years come first in HEADING the figures are right. Beside that the marks
# of missing figures stay texts, also for a column whose other figures are numbers.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pandas-pcaxis==0.2 pandas==3.1.1 lark-parser==0.12.0
cat > try.py <<'PY'
from pandas_pcaxis import PxParser

def show(layout, figures):
    text = ('AXIS-VERSION="2013";\nMATRIX="T1";\nSUBJECT-AREA="Children";\nSUBJECT-CODE="CH";\nDECIMALS=0;\n'
            f'TITLE="Referrals";\nCONTENTS="Referrals";\nUNITS="number";\n{layout}\n'
            f'VALUES("area")="North","South";\nVALUES("year")="2017","2018","2019";\nDATA=\n{figures};\n')
    table = PxParser().parse(text).to_df()
    if table.index.name == "year":
        table = table.T
    print(layout.replace("\n", " "))
    for area, row in table.iterrows():
        print("", area, *row.tolist())

by_area = "117 118 119\n217 218 219"
show('STUB="area";\nHEADING="year";', by_area)
show('HEADING="area","year";', by_area.replace("\n", " "))
show('HEADING="year","area";', "117 217 118 218 119 219")
show('STUB="area";\nHEADING="year";', '117 "." 119\n217 218 ".."')
PY
cat > expected <<'TXT'
STUB="area"; HEADING="year";
 North 117 118 119
 South 217 218 219
HEADING="area","year";
 North 117 119 218
 South 118 217 219
HEADING="year","area";
 North 117 118 119
 South 217 218 219
STUB="area"; HEADING="year";
 North 117 . 119
 South 217 218 ..
TXT
env/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
