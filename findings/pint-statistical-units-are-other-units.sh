#!/usr/bin/env bash
# Pint 0.25.3 (PyPI).
# Guess: Quantity() refuses a unit that it does not know, as it refuses '5 percentage points' and '1.2 million',
# and reads kt, as in emissions of 100 kt, as thousands of tonnes, since it knows t and Mt.
# Seen: 100 kt is a speed in knots, 5 pp is a length in printer's points, 5 pct are picocarats, a quarter is
# 28 pounds of mass, and '£642' is the bare number 642. A gallon is American, a ton has 2000 pounds.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Pint==0.25.3
cat > "$work/try.py" <<'PY'
import pint
units = pint.UnitRegistry()
for text in ["5 percentage points", "1.2 million"]:
    try:
        print(text, units.Quantity(text))
    except pint.UndefinedUnitError:
        print(text, "| UndefinedUnitError")
for text in ["44 %", "1 t", "1 Mt", "100 kt", "5 pp", "5 pct", "1 quarter", "£642", "1 gallon", "1 ton"]:
    found = units.Quantity(text)
    print(text, "|", f"{found:.2f}", "|", f"{found.to_base_units():.3g}")
PY
cat > "$work/expected" <<'TXT'
5 percentage points | UndefinedUnitError
1.2 million | UndefinedUnitError
44 % | 44.00 percent | 0.44 dimensionless
1 t | 1.00 metric_ton | 1e+03 kilogram
1 Mt | 1.00 megametric_ton | 1e+09 kilogram
100 kt | 100.00 knot | 51.4 meter / second
5 pp | 5.00 point | 0.00176 meter
5 pct | 5.00 picocarat | 1e-15 kilogram
1 quarter | 1.00 quarter | 12.7 kilogram
£642 | 642.00 dimensionless | 642 dimensionless
1 gallon | 1.00 gallon | 0.00379 meter ** 3
1 ton | 1.00 ton | 907 kilogram
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
