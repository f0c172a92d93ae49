#!/usr/bin/env bash
# pygal 3.1.3 (PyPI), SVG charts.
# Guess: a DateLine of yearly figures has its ticks at the years, or at the dates given.
# Seen: the axis is divided evenly and its ticks are named to the day: no figure stands at any of them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pygal==3.1.3
cat > "$work/try.py" <<'PY'
import datetime, re
import pygal
chart = pygal.DateLine(js=[])
chart.add("referrals", [(datetime.date(year, 1, 1), value) for year, value in [(2012, 10384), (2013, 20000), (2014, 30000), (2015, 40000)]])
print(*re.findall(r">(\d{4}-\d\d-\d\d)<", chart.render(is_unicode=True)))
PY
cat > "$work/expected" <<'TXT'
2012-02-23 2012-06-18 2012-10-12 2013-02-04 2013-05-31 2013-09-24 2014-01-17 2014-05-13 2014-09-06 2014-12-31
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
