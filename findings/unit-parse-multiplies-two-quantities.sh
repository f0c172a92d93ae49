#!/usr/bin/env bash
# unit_parse 0.1.12 (PyPI), which finds quantities in texts, by way of Pint.
# Guess: of 5 to 10 kg both ends are found or neither, 12.5 million tonnes is 12,500,000 tonnes, 44.5 % is 44.5 or 0.445, and
# what is not understood gives nothing.
# Seen: 5 to 10 kg is 5 kg, 10 kg to 20 kg is 10 divided by the 19th power of a kilogram, 5 kg and 6 kg with a comma or a
# dash between are 30 square kilograms. 44.5 % is 44 and 0.5% is 0, "<5 kg" is 5 kg, 2018/19 is 106.2. 12.5 million tonnes
# are 12.5 tonnes, with a warning that a word was skipped.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check unit_parse==0.1.12 pint==0.25.3
cat > try.py <<'PY'
import logging
from unit_parse import parser
logging.disable(logging.CRITICAL)
for text in ["1,644,210 kg", "5 to 10 kg", "10 kg to 20 kg", "5 kg, 6 kg", "5 kg - 6 kg", "44.5 %", "0.5%", "<5 kg", "2018/19", "12.5 million tonnes"]:
    print(text, "|", parser(text))
PY
cat > expected <<'TXT'
1,644,210 kg | 1644210 kg
5 to 10 kg | 5 kg
10 kg to 20 kg | 10.0 / kg ** 19
5 kg, 6 kg | 30 kg ** 2
5 kg - 6 kg | 30 kg ** 2
44.5 % | 44
0.5% | 0
<5 kg | 5 kg
2018/19 | 106.21052631578948
12.5 million tonnes | 12.5 t
TXT
v/bin/python try.py > seen 2> log
diff expected seen
