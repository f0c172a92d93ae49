#!/usr/bin/env bash
# pandera 0.35.0 with pandas 3.0.6 (PyPI).
# Guess: a schema with coerce=True turns cells into the type of their column where that loses nothing and reports what
# does not fit: 12.5 as a whole number, and "no" as a truth value.
# Seen: with the type int 12.5 becomes 12 and 0.99 becomes 0, valid; with "Int64", pandas' whole numbers that may be
# missing, and with the text "12.5" it is an error. With bool each text is true: "False", "no" and "0" alike.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pandera==0.35.0 pandas==3.0.6
cat > try.py <<'PY'
import pandas, pandera.pandas as pandera
for kind, value in [(int, 12.5), (int, 0.99), (int, -0.5), ("Int64", 12.5), (int, "12.5"), (bool, "False"), (bool, "no"), (bool, "0")]:
    schema = pandera.DataFrameSchema({"v": pandera.Column(kind)}, coerce=True)
    try:
        seen = schema.validate(pandas.DataFrame({"v": [value]})).v[0]
    except pandera.errors.SchemaErrors as error:
        seen = "SchemaErrors"
    except pandera.errors.SchemaError as error:
        seen = "SchemaError"
    print(getattr(kind, "__name__", kind), "|", repr(value), "|", seen)
PY
cat > expected <<'TXT'
int | 12.5 | 12
int | 0.99 | 0
int | -0.5 | 0
Int64 | 12.5 | SchemaErrors
int | '12.5' | SchemaErrors
bool | 'False' | True
bool | 'no' | True
bool | '0' | True
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
