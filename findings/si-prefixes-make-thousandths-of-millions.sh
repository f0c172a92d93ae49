#!/usr/bin/env bash
# QuantiPhy 2.23 and si-prefix 1.3.3 (PyPI), human-format 1.2.1 and d3-format 3.1.3 (npm), which read and write numbers with
# a letter for their scale.
# Guess: £642m and 12.5m, as newspapers write millions, are refused or millions, since each reads £1.2M as 1.2 million; words
# behind a number are refused; 999,999 is 1 M, and a share of 0.445 stays 0.445.
# Seen: m is a thousandth: £642m is 64 pence, "1.2 million" 0.0012 in human-format, where "5 to 10" is five trillion and
# 1,644 is 1. In QuantiPhy 5pp, percentage points, are 5 trillionths. A share of 0.445 is written 445m by all four, like 445
# million. si-prefix writes 999,999 as 1000.0 k.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check quantiphy==2.23 si-prefix==1.3.3
npm install --silent --no-audit --no-fund human-format@1.2.1 d3-format@3.1.3
cat > try.py <<'PY'
from quantiphy import Quantity
import si_prefix
def say(name, read, text):
    try:
        print(name, text, "|", read(text))
    except Exception as error:
        print(name, text, "|", type(error).__name__)
for text in ["£1.2M", "£642m", "12.5m", "5pp", "1.2 million", "5 to 10", "1,644"]:
    say("quantiphy", lambda text: (lambda read: f"{float(read)} {read.units}".strip())(Quantity(text)), text)
for text in ["1.2M", "12.5m"]:
    say("si-prefix", si_prefix.si_parse, text)
for figure in [0.445, 850000, 999999]:
    print("written", figure, "| quantiphy", Quantity(figure), "| si-prefix", si_prefix.si_format(figure, 1))
PY
cat > try.mjs <<'JS'
import human from 'human-format'
import { format } from 'd3-format'
for (const text of ['1.2M', '642m', '1.2 million', '12.5bn', '5 to 10', '1,644']) console.log('human-format', text, '|', human.parse(text))
for (const figure of [0.445, 850000, 999999]) console.log('written', figure, '| human-format', human(figure), '| d3-format', format('.3s')(figure))
JS
{ venv/bin/python -W ignore try.py; node try.mjs; } > seen 2> log
cat > expected <<'TXT'
quantiphy £1.2M | 1200000.0 £
quantiphy £642m | 0.642 £
quantiphy 12.5m | 0.0125
quantiphy 5pp | 5e-12 p
quantiphy 1.2 million | 0.0012 illion
quantiphy 5 to 10 | InvalidNumber
quantiphy 1,644 | 1644.0
si-prefix 1.2M | 1200000.0
si-prefix 12.5m | 0.0125
written 0.445 | quantiphy 445m | si-prefix 445.0 m
written 850000 | quantiphy 850k | si-prefix 850.0 k
written 999999 | quantiphy 1M | si-prefix 1000.0 k
human-format 1.2M | 1200000
human-format 642m | 0.642
human-format 1.2 million | 0.0012
human-format 12.5bn | 12.5
human-format 5 to 10 | 5000000000000
human-format 1,644 | 1
written 0.445 | human-format 445 m | d3-format 445m
written 850000 | human-format 850 k | d3-format 850k
written 999999 | human-format 1 M | d3-format 1.00M
TXT
diff expected seen
