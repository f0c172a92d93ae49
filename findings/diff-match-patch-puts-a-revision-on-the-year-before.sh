#!/usr/bin/env bash
# diff-match-patch 20241021 (PyPI), by which an edit made in one copy of a text is applied to another that has changed.
# Guess: a patch that revises 2017,550 to 2017,560 in a CSV is refused where the other copy has no 2017, and where its
# figure of 2017 has been revised already.
# Seen: both are told to have been applied (True). Without 2017 the figure of 2016 becomes 560, or 561 of 551, and a 2017 of
# 555 becomes 565, which nobody wrote: the one digit that differs is put in. With Match_Threshold = 0 these are refused,
# and so is the edit in a copy that has one row more, where it belongs.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check diff-match-patch==20241021
cat > try.py <<'PY'
from diff_match_patch import diff_match_patch
def text(*rows):
    return "\n".join(["year,boxes", *rows, ""])
for threshold in (0.5, 0.0):
    tool = diff_match_patch()
    tool.Match_Threshold = threshold
    patches = tool.patch_make(text("2016,550", "2017,550", "2018,600"), text("2016,550", "2017,560", "2018,600"))
    for name, rows in [
        ("with 2015", ["2015,540", "2016,550", "2017,550", "2018,600"]),
        ("without 2017", ["2016,550", "2018,600"]),
        ("without 2017, 2016 is 551", ["2016,551", "2018,600"]),
        ("2017 is 555", ["2016,550", "2017,555", "2018,600"]),
    ]:
        made, applied = tool.patch_apply(patches, text(*rows))
        print(threshold, "|", name, "|", *made.split()[1:], "| applied", *applied)
PY
cat > expected <<'TXT'
0.5 | with 2015 | 2015,540 2016,550 2017,560 2018,600 | applied True
0.5 | without 2017 | 2016,560 2018,600 | applied True
0.5 | without 2017, 2016 is 551 | 2016,561 2018,600 | applied True
0.5 | 2017 is 555 | 2016,550 2017,565 2018,600 | applied True
0.0 | with 2015 | 2015,540 2016,550 2017,550 2018,600 | applied False
0.0 | without 2017 | 2016,550 2018,600 | applied False
0.0 | without 2017, 2016 is 551 | 2016,551 2018,600 | applied False
0.0 | 2017 is 555 | 2016,550 2017,555 2018,600 | applied False
TXT
env/bin/python try.py > seen
diff expected seen
