#!/usr/bin/env bash
# pendulum 3.3.0 (PyPI).
# Guess: parse() reads a quarter of ISO 8601 given by its start and length, 2018-09/P3M, and an interval of whole
# months or years to the end of the last one, or refuses them with a word on the interval.
# Seen: a day or month with a length beside it ends in a TypeError on hours, 2018-09-01/P3M too, unless it has a
# time of day. 2018-09/2018-11 ends on 1 November. 2009/2010 is refused for its month, since 2009/20 is taken
# first. From 1 April 2018 to 31 March 2019 are "11 months 4 weeks 2 days".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pendulum==3.3.0
cat > try.py <<'PY'
import pendulum
for text in ["2018-09-01T00/P3M", "2018-09-01/P3M", "2018-09/P3M", "P3M/2018-12", "2018-09/2018-11", "2009/2010"]:
    try:
        print(text, "|", pendulum.parse(text))
    except Exception as error:
        print(text, "|", type(error).__name__, error)
print((pendulum.date(2019, 3, 31) - pendulum.date(2018, 4, 1)).in_words())
PY
cat > expected <<'TXT'
2018-09-01T00/P3M | <Interval [2018-09-01 00:00:00+00:00 -> 2018-12-01 00:00:00+00:00]>
2018-09-01/P3M | TypeError Date.add() got an unexpected keyword argument 'hours'
2018-09/P3M | TypeError Date.add() got an unexpected keyword argument 'hours'
P3M/2018-12 | TypeError Date.subtract() got an unexpected keyword argument 'hours'
2018-09/2018-11 | <Interval [2018-09-01 -> 2018-11-01]>
2009/2010 | ValueError month must be in 1..12
11 months 4 weeks 2 days
TXT
v/bin/python try.py > seen 2> /dev/null
diff expected seen
