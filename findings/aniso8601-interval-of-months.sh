#!/usr/bin/env bash
# aniso8601 10.0.1 (PyPI), a reader of ISO 8601.
# Guess: parse_interval knows an interval of two months, 2009-04/2010-03, and with the end cut short as the
# standard allows, 2009-04/09, April to September.
# Seen: 2009-04/2010-03, 2009/2010 and 2020-W01/2020-W05 are refused, since the end is stuck to the start's
# year ("2009-2010-03" is not a valid date); 2009-04/09 is 1 to 9 April. 2019-12-28/01-03, the
# Christmas week, ends in January 2019, before it starts. Whole days, and 2009-04/P1Y, are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check aniso8601==10.0.1
cat > "$work/try.py" <<'PY'
from aniso8601 import parse_interval
for text in ["2009-04-01/2010-03-31", "2009-04/P1Y", "2009-04/2010-03", "2009/2010", "2020-W01/2020-W05", "2009-04/09", "2019-12-28/01-03"]:
    try:
        print(text, "|", *parse_interval(text))
    except ValueError as error:
        print(text, "|", type(error).__name__)
PY
cat > "$work/expected" <<'TXT'
2009-04-01/2010-03-31 | 2009-04-01 2010-03-31
2009-04/P1Y | 2009-04-01 2010-04-01
2009-04/2010-03 | ISOFormatError
2009/2010 | MonthOutOfBoundsError
2020-W01/2020-W05 | ISOFormatError
2009-04/09 | 2009-04-01 2009-04-09
2019-12-28/01-03 | 2019-12-28 2019-01-03
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
