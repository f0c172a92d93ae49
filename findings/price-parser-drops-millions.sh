#!/usr/bin/env bash
# price-parser 0.5.1 (PyPI).
# Guess: a price written with its scale and sign comes back with both, or not at all.
# Seen: '£1.2 million' is 1.2, '£642m' is 642 and '€1.5bn' is 1.5: the scale word is dropped without
# a sign of it. '-£158 million' is 158: a deficit becomes a surplus. Of '£5-10 million' the amount is 5.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check price-parser==0.5.1
cat > "$work/try.py" <<'PY'
from price_parser import Price
for text in ["£1.2 million", "£642m", "€1.5bn", "-£158 million", "£5-10 million"]:
    price = Price.fromstring(text)
    print(text, "|", price.amount, price.currency)
PY
cat > "$work/expected" <<'TXT'
£1.2 million | 1.2 £
£642m | 642 £
€1.5bn | 1.5 €
-£158 million | 158 £
£5-10 million | 5 £
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
