#!/usr/bin/env bash
# Babel 2.19.0 (PyPI) and Intl.NumberFormat of Node 20.20.2 (ICU 78.2, CLDR 48), which write figures in a language by the
# same data.
# Guess: a share of 0.445 without decimals is the same percentage in both, and so are 2.5 and 2,500,000,000 in short.
# Seen: Babel rounds halves to the even neighbour, Intl away from zero: 44% and 45%, 12% and 13%, 2 and 3, 2B and 3B.
# What a report made in Python says and the chart in the page beside it differ by one in the last digit.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Babel==2.19.0
cat > try.py <<'PY'
from babel.numbers import format_compact_decimal, format_decimal, format_percent
print("Babel", *[format_percent(share, locale="en") for share in (0.445, 0.125, 0.455)], *[format_decimal(n, "0", locale="en") for n in (2.5, 3.5, -2.5)], *[format_compact_decimal(n, locale="en") for n in (2500000000, 3500000)])
PY
cat > try.mjs <<'JS'
const write = (options, ...numbers) => numbers.map(number => new Intl.NumberFormat('en', options).format(number))
console.log('Intl', ...write({ style: 'percent' }, 0.445, 0.125, 0.455), ...write({ maximumFractionDigits: 0 }, 2.5, 3.5, -2.5), ...write({ notation: 'compact', maximumFractionDigits: 0 }, 2500000000, 3500000))
JS
cat > expected <<'TXT'
Babel 44% 12% 46% 2 4 -2 2B 4M
Intl 45% 13% 46% 3 4 -3 3B 4M
TXT
{ v/bin/python try.py; node try.mjs; } > seen
diff expected seen
