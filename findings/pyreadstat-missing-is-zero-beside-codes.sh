#!/usr/bin/env bash
# pyreadstat 1.3.7 with pandas 3.1.1 (PyPI), a Stata file in which incomes are missing for three reasons: .a (refused), .b (not
# asked) and the plain missing value.
# Guess: read_dta(user_missing=True) gives the reasons a and b for the first two and nothing for the third, as it is without
# user_missing; whether incomes are whole numbers does not matter.
# Seen: in a column of whole numbers the third is 0, an income like others, and in one with decimals NaN. Without user_missing
# all three are NaN. pandas reads three missing values.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==3.1.1
cat > "$work/try.py" <<'PY'
import sys
import pandas, pyreadstat
for name, incomes in [("whole", [100, "a", 300, "b", None]), ("decimals", [100.5, "a", 300.0, "b", None])]:
    path = f"{sys.argv[1]}/{name}.dta"
    pyreadstat.write_dta(pandas.DataFrame({"income": incomes}, dtype=object), path, missing_user_values={"income": ["a", "b"]}, variable_value_labels={"income": {"a": "refused", "b": "not asked"}})
    print(name, "| user_missing |", *pyreadstat.read_dta(path, user_missing=True)[0]["income"])
    print(name, "| with labels |", *pyreadstat.read_dta(path, user_missing=True, apply_value_formats=True)[0]["income"])
    print(name, "| as it is |", *pyreadstat.read_dta(path)[0]["income"])
    print(name, "| pandas |", *pandas.read_stata(path)["income"])
PY
cat > "$work/expected" <<'TXT'
whole | user_missing | 100 a 300 b 0
whole | with labels | 100 refused 300 not asked 0
whole | as it is | 100 nan 300 nan nan
whole | pandas | 100.0 nan 300.0 nan nan
decimals | user_missing | 100.5 a 300.0 b nan
decimals | with labels | 100.5 refused 300.0 not asked nan
decimals | as it is | 100.5 nan 300.0 nan nan
decimals | pandas | 100.5 nan 300.0 nan nan
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" "$work" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
