#!/usr/bin/env bash
# deepdiff 9.1.0 and jsondiff 2.2.1 (PyPI), which tell how two editions of data differ.
# Guess: with ignore_order=True rows may stand in another order, and all else is told: that of two equal rows one is
# gone, or that of 5, 5 and 6 one five became a six. With significant_digits=3 the first three digits count. A flag that
# becomes a number is told.
# Seen: repetitions do not count: both are no difference (report_repetition=True tells them). The digits are decimal
# places: 1,234,567 and 1,234,568 differ, a rate of 0.00001 and one of 0.0004 do not. What is missing, as NaN, differs
# from itself. In jsondiff True and 1 are one, and so are 0 and False.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check deepdiff==9.1.0 jsondiff==2.2.1
cat > try.py <<'PY'
import jsondiff
from deepdiff import DeepDiff
row = {"year": 2018, "boxes": 5}
for old, new, settings in [([row, row], [row], {"ignore_order": True}), ([5, 5, 6], [5, 6, 6], {"ignore_order": True}), ([5, 5, 6], [5, 6, 6], {"ignore_order": True, "report_repetition": True}),
                           (1234567, 1234568, {"significant_digits": 3}), (0.00001, 0.0004, {"significant_digits": 3}), (float("nan"), float("nan"), {})]:
    print(old, new, *settings, "|", "differ" if DeepDiff(old, new, **settings) else "no difference")
for old, new in [(True, 1), (0, False), (0, 1)]:
    print(old, new, "jsondiff |", "differ" if jsondiff.diff({"flag": old}, {"flag": new}) else "no difference")
PY
cat > expected <<'TXT'
[{'year': 2018, 'boxes': 5}, {'year': 2018, 'boxes': 5}] [{'year': 2018, 'boxes': 5}] ignore_order | no difference
[5, 5, 6] [5, 6, 6] ignore_order | no difference
[5, 5, 6] [5, 6, 6] ignore_order report_repetition | differ
1234567 1234568 significant_digits | differ
1e-05 0.0004 significant_digits | no difference
nan nan | differ
True 1 jsondiff | no difference
0 False jsondiff | no difference
0 1 jsondiff | differ
TXT
v/bin/python try.py > seen
diff expected seen
