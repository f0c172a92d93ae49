#!/usr/bin/env bash
# plotnine 0.15.9 (PyPI).
# Guess: an area whose figure of one year is not known is open there, as the line and the ribbon of the same figures are.
# Seen: geom_line and geom_ribbon stop before the missing year and begin anew; geom_area
# draws straight over the year in one piece, along figures that nobody published.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check plotnine==0.15.9
cat > try.py <<'PY'
import re
from pandas import DataFrame
from plotnine import aes, geom_area, geom_line, geom_ribbon, ggplot
table = DataFrame({"year": [2015, 2016, 2017, 2018, 2019], "boxes": [5, 6, None, 8, 9]})
for geom in [geom_line(color="#123456"), geom_ribbon(aes(ymin=0, ymax="boxes"), fill="#123456"), geom_area(fill="#123456")]:
    (ggplot(table, aes("year", "boxes")) + geom).save("chart.svg", verbose=False)
    paths = [d for d, style in re.findall(r'<path d="([^"]*)"[^>]*style="([^"]*)"', open("chart.svg").read()) if "#123456" in style]
    print(type(geom).__name__, "| pieces", sum(d.count("M") for d in paths))
PY
cat > expected <<'TXT'
geom_line | pieces 2
geom_ribbon | pieces 2
geom_area | pieces 1
TXT
v/bin/python -W ignore try.py > seen 2> /dev/null
diff expected seen
