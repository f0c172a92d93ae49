#!/usr/bin/env bash
# prefixed 0.9.0 and millify 0.1.1 (PyPI), which shorten numbers to 1.2k and 1.2M.
# Guess: without decimals 600,000 is 600k and 900 is 900, as they are with one decimal (600.0k); 1,500, 2,500 and 3,500
# are three numbers, and 999,999 is 1M.
# Seen: in prefixed all above half of a million is 1M and all above 500 is 1k when no decimals are asked for: 600,000 is
# a million. In millify, as it is unless told otherwise, 1,500 and 2,500 are both 2k, a rate of 0.4 is 0, and 999,999 is
# 1000k.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check prefixed==0.9.0 millify==0.1.1
cat > try.py <<'PY'
from millify import millify
from prefixed import Float
for number in [500000, 600000, 850000, 999999, 400, 501, 900, 1500, 2500, 3500, 0.4]:
    print(f"{number} | {Float(number):.0h} | {Float(number):.1h} | {millify(number)}")
PY
cat > expected <<'TXT'
500000 | 500k | 500.0k | 500k
600000 | 1M | 600.0k | 600k
850000 | 1M | 850.0k | 850k
999999 | 1M | 1.0M | 1000k
400 | 400 | 400.0 | 400
501 | 1k | 501.0 | 501
900 | 1k | 900.0 | 900
1500 | 2k | 1.5k | 2k
2500 | 2k | 2.5k | 2k
3500 | 4k | 3.5k | 4k
0.4 | 400m | 400.0m | 0
TXT
v/bin/python try.py > seen
diff expected seen
