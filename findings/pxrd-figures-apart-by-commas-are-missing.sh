#!/usr/bin/env bash
# pxrd 0.0.3 (PyPI), a reader of PC-Axis files.
# Guess: the figures of DATA may be apart by blanks, commas or semicolons; with KEYS, which leaves out rows of zeros only, a
# row is its keys with commas, then figures apart by blanks; what cannot be read is an error.
# Seen: with commas and blanks all figures but the last of each line are None, as if they were missing, and nothing
# is said; with commas alone the first ones are None and the rest an IndexError. With KEYS it is the other way round: only
# figures apart by commas are read, and of others the first is None.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pxrd==0.0.3
cat > try.py <<'PY'
import contextlib, io
import pxrd

def show(what, data, keys=""):
    text = ('AXIS-VERSION="2013";\nMATRIX="T1";\nDECIMALS=0;\nTITLE="Referrals";\nCONTENTS="Referrals";\nUNITS="number";\n'
            'STUB="area";\nHEADING="year";\nVALUES("area")="North","South";\nVALUES("year")="2017","2018","2019";\n'
            f'{keys}DATA=\n{data};\n')
    with contextlib.redirect_stdout(io.StringIO()):
        table = pxrd.reads(text)
    found = []
    for place in ((area, year) for area in range(2) for year in range(3)):
        try:
            found.append(table.datum(place))
        except Exception as error:
            found.append(type(error).__name__)
    print(what, "|", *found[:3], "|", *found[3:])

show("blanks", "1 2 3\n4 5 6")
show("commas and blanks", "1, 2, 3\n4, 5, 6")
show("commas", "1,2,3\n4,5,6")
show("semicolons", "1;2;3\n4;5;6")
keys = 'KEYS("area")=VALUES;\n'
show("keys, blanks", '"North",1 2 3\n"South",4 5 6', keys)
show("keys, commas", '"North",1,2,3\n"South",4,5,6', keys)
show("keys, zeros left out", '"North",1,2,3', keys)
PY
cat > expected <<'TXT'
blanks | 1.0 2.0 3.0 | 4.0 5.0 6.0
commas and blanks | None None 3.0 | None None 6.0
commas | None None IndexError | IndexError IndexError IndexError
semicolons | 1.0 2.0 3.0 | 4.0 5.0 6.0
keys, blanks | None IndexError IndexError | None IndexError IndexError
keys, commas | 1.0 2.0 3.0 | 4.0 5.0 6.0
keys, zeros left out | 1.0 2.0 3.0 | 0.0 0.0 0.0
TXT
env/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
