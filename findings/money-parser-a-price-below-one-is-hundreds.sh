#!/usr/bin/env bash
# money-parser 0.0.1 (PyPI), which reads prices in any notation.
# Guess: a price below one, 0.445, is that, since no thousands begin with a zero; .5 is a half; a minus and brackets keep
# their meaning or are refused, as "£5-10" is.
# Seen: a lone point before three digits is always one of thousands: 0.445 is 445, 12.345 is 12345, while 12.34 is 12.34. Of
# .5 the point is dropped: 5. -£158 and (12) are 158 and 12, £1.2 million is 1.2 and £642m 642.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check money-parser==0.0.1
cat > "$work/try.py" <<'PY'
import money_parser
for text in ["1,644", "12.34", "12.345", "0.445", "0,445", ".5", "0.5", "-£158", "(12)", "£1.2 million", "£642m", "£5-10"]:
    try:
        print(text, "|", money_parser.price_str(text))
    except ValueError:
        print(text, "|", "refused")
PY
cat > "$work/expected" <<'TXT'
1,644 | 1644
12.34 | 12.34
12.345 | 12345
0.445 | 445
0,445 | 445
.5 | 5
0.5 | 0.5
-£158 | 158
(12) | 12
£1.2 million | 1.2
£642m | 642
£5-10 | refused
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
