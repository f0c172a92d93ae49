#!/usr/bin/env bash
# country_converter 1.3.2 with pandas 2.3.3 (with pandas 3.1.1 each name is a TypeError) and, to compare, pycountry
# 26.2.16 (PyPI), which give countries their codes.
# Guess: names of areas that are no country, such as England, a sum of countries or all but one, are not found; or else
# Wales and Scotland are found as England is.
# Seen: England, and England and Wales, are the United Kingdom, Wales and Scotland are not found. "All countries except
# France" is France, "USA excl. Puerto Rico" is Puerto Rico, "Rest of Ireland" Ireland, "Jersey City" Jersey: a name
# need only stand somewhere in the text. search_fuzzy of pycountry finds South Africa for Africa and Réunion for EU.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check country_converter==1.3.2 pandas==2.3.3 pycountry==26.2.16
cat > try.py <<'PY'
import country_converter, pycountry
for name in ("England", "Wales", "Scotland", "Northern Ireland", "England and Wales", "UK (excluding Northern Ireland)",
             "All countries except France", "USA excl. Puerto Rico", "Rest of Ireland", "Jersey City"):
    print(name, "|", country_converter.convert(name, to="ISO3"))
for name in ("Africa", "EU"):
    print(name, "|", pycountry.countries.search_fuzzy(name)[0].name)
PY
env/bin/python -W ignore try.py > seen 2> /dev/null
cat > expected <<'TXT'
England | GBR
Wales | not found
Scotland | not found
Northern Ireland | not found
England and Wales | GBR
UK (excluding Northern Ireland) | not found
All countries except France | FRA
USA excl. Puerto Rico | PRI
Rest of Ireland | IRL
Jersey City | JEY
Africa | South Africa
EU | Réunion
TXT
diff expected seen
