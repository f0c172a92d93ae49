#!/usr/bin/env bash
# Jinja2 3.1.6 (PyPI), templates of pages and reports.
# Guess: the filters int and float refuse what is no plain number, or read 1,644 as it is; tags are taken away by
# striptags, not figures; selectattr('boxes') chooses the rows that have a figure; flags p and P are two; halves are
# rounded up.
# Seen: int and float make 0 of "1,644", "n/a", "44%", "−158" with the sign of Unicode and of nothing at all, like a
# figure that was counted. striptags of "fell <5 and rose >6" is "fell 6". A figure of 0 is not chosen. unique and
# groupby take p and P for one. 2.5 is 2 and 3.5 is 4.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Jinja2==3.1.6
cat > try.py <<'PY'
from jinja2 import Environment
def say(template, **values):
    print(template, *values.values(), "|", Environment().from_string(template).render(**values))
for text in ["1,644", "n/a", "44%", "−158", None, "1644"]:
    say("{{ text|int }} {{ text|float }}", text=text)
say("{{ text|striptags }}", text="fell <5 and rose >6")
rows = [{"year": 2016, "boxes": 0, "flag": "p"}, {"year": 2017, "boxes": 5, "flag": "P"}, {"year": 2018, "boxes": None, "flag": "p"}]
print(Environment().from_string("{{ rows|selectattr('boxes')|map(attribute='year')|join(' ') }} | {{ rows|map(attribute='flag')|unique|join(' ') }} | {{ rows|groupby('flag')|map('first')|join(' ') }}").render(rows=rows))
say("{{ a|round }} {{ b|round }}", a=2.5, b=3.5)
PY
cat > expected <<'TXT'
{{ text|int }} {{ text|float }} 1,644 | 0 0.0
{{ text|int }} {{ text|float }} n/a | 0 0.0
{{ text|int }} {{ text|float }} 44% | 0 0.0
{{ text|int }} {{ text|float }} −158 | 0 0.0
{{ text|int }} {{ text|float }} None | 0 0.0
{{ text|int }} {{ text|float }} 1644 | 1644 1644.0
{{ text|striptags }} fell <5 and rose >6 | fell 6
2017 | p | p
{{ a|round }} {{ b|round }} 2.5 3.5 | 2.0 4.0
TXT
v/bin/python try.py > seen
diff expected seen
