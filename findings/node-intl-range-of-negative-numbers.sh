#!/usr/bin/env bash
# Intl.NumberFormat of Node 20.20.2, with ICU 78.2 and CLDR 48.
# Guess: formatRange gives both ends their signs, or writes a sign that can only mean both; a range that
# rounds to one number is that number.
# Seen: from -10% to -5% is -10–5%, from -£10m to -£5m is -£10–5m, from -£10 to -£5 is -£10.00–5.00: a
# fall of five to ten reads as anything from a fall to a rise. Only without unit and scale is it -10 – -5.
# A range that rounds to one number, and even 550 to 550, gets a tilde: ~1.2m.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.cjs <<'JS'
const range = (from, to, style) => new Intl.NumberFormat('en-GB', style).formatRange(from, to)
const pounds = { style: 'currency', currency: 'GBP' }
console.log(range(-10, -5), '|', range(-0.1, 0.05, { style: 'percent' }), '|', range(550, 850))
console.log(range(-0.1, -0.05, { style: 'percent' }), '|', range(-10, -5, pounds), '|', range(-10e6, -5e6, { ...pounds, notation: 'compact' }), '|', range(-10e6, -5e6, { notation: 'compact' }))
console.log(range(1.21e6, 1.24e6, { notation: 'compact' }), '|', range(550, 550))
JS
cat > expected <<'TXT'
-10 – -5 | -10% – 5% | 550–850
-10–5% | -£10.00–5.00 | -£10–5m | -10–5m
~1.2m | ~550
TXT
node try.cjs > seen 2> /dev/null
diff expected seen
