#!/usr/bin/env bash
# pandas 3.1.1 (PyPI), a Stata file with weeks (%tw), which in Stata are 52 to the year: the last one has eight or nine days.
# Guess: to_stata(convert_dates={...: "tw"}) puts 31 December 2019 into week 52 of 2019, as Stata's wofd() does, so that read
# again it is a day of 2019; a day in 2018-Q3 and one in the first half-year stay there.
# Seen: 31 December is week 1 of the next year, and so is 30 December of a year with 366 days: read again they are 1 January.
# Quarters and half-years are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1
cat > "$work/try.py" <<'PY'
import sys
import pandas
path = sys.argv[1] + "/t.dta"
for day in ["2019-12-30", "2019-12-31", "2020-12-29", "2020-12-30", "2020-12-31", "2018-09-30"]:
    seen = []
    for kind in ["tw", "tq", "th"]:
        pandas.DataFrame({"day": pandas.to_datetime([day])}).to_stata(path, convert_dates={"day": kind}, write_index=False)
        number = pandas.read_stata(path, convert_dates=False)["day"][0]
        seen += ["|", kind, number, str(pandas.read_stata(path)["day"][0].date())]
    print(day, *seen)
PY
cat > "$work/expected" <<'TXT'
2019-12-30 | tw 3119.0 2019-12-24 | tq 239.0 2019-10-01 | th 119.0 2019-07-01
2019-12-31 | tw 3120.0 2020-01-01 | tq 239.0 2019-10-01 | th 119.0 2019-07-01
2020-12-29 | tw 3171.0 2020-12-23 | tq 243.0 2020-10-01 | th 121.0 2020-07-01
2020-12-30 | tw 3172.0 2021-01-01 | tq 243.0 2020-10-01 | th 121.0 2020-07-01
2020-12-31 | tw 3172.0 2021-01-01 | tq 243.0 2020-10-01 | th 121.0 2020-07-01
2018-09-30 | tw 3054.0 2018-09-24 | tq 234.0 2018-07-01 | th 117.0 2018-07-01
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" "$work" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
