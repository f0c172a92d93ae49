#!/usr/bin/env bash
# pointblank 1.1.1 with polars 2.1.0 (PyPI), which checks tables.
# Guess: a check of a column that is not there, or of numbers in a column of texts, fails; so do all_passed(),
# assert_passing() and, with the threshold of one failure, assert_below_threshold(), with which a run is stopped.
# Seen: assert_below_threshold() lets both pass, since a check that could not run has no failures; only all_passed() is
# false. assert_passing() stops with a TypeError of its own, before it comes to the checks behind.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pointblank==1.1.1 polars==2.1.0
cat > try.py <<'PY'
import pointblank, polars
def attempt(what):
    try:
        what()
        return "passes"
    except (AssertionError, TypeError) as error:
        return type(error).__name__
rows = polars.DataFrame({"year": [2018, 2019], "value": ["5", "7"], "count": [1, -1]})
for column in ("value", "valeu", "count"):
    checks = pointblank.Validate(rows, thresholds=pointblank.Thresholds(error=1)).col_vals_gt(column, 0).interrogate()
    print(column, "|", checks.all_passed(), "|", attempt(checks.assert_passing), "|", attempt(lambda: checks.assert_below_threshold("error")))
PY
env/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
value | False | TypeError | passes
valeu | False | TypeError | passes
count | False | AssertionError | AssertionError
TXT
diff expected seen
