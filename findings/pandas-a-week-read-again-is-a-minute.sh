#!/usr/bin/env bash
# pandas 3.1.1 (PyPI), periods written as text, as str(), to_csv() and to_json() write them, and read again.
# Guess: the text of a period is read as that period: a year, a quarter, a month, a day and a week, 2018-09-03/2018-09-09;
# what is no period, an interval of months or a year with a decimal, is refused.
# Seen: a week is the minute 20:18 of its first day, since the year of its last day is taken for a time of day; Timestamp
# takes the day for a time zone, nine hours west of Greenwich. With freq="W" it is that week again. 2018.5, half of 2018 in
# many series, is May 2018, and 180903 is 18 September 2003. The financial year that ends in March 2019 is written 2019, and
# read again a calendar year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1
cat > "$work/try.py" <<'PY'
import pandas
def say(name, read, text):
    try:
        seen = read(text)
        print(name, text, "|", getattr(seen, "freqstr", ""), seen)
    except Exception as error:
        print(name, text, "|", type(error).__name__)
for freq in ["Y", "Q", "M", "D", "W", "Y-MAR"]:
    say("period", pandas.Period, str(pandas.Period("2018-09-05", freq=freq)))
say("period, freq W", lambda text: pandas.Period(text, freq="W"), "2018-09-03/2018-09-09")
say("timestamp", pandas.Timestamp, "2018-09-03/2018-09-09")
for text in ["2018-04/2018-09", "2018.5", "180903", "2018/19", "2018-H1"]:
    say("period", pandas.Period, text)
PY
cat > "$work/expected" <<'TXT'
period 2018 | Y-DEC 2018
period 2018Q3 | Q-DEC 2018Q3
period 2018-09 | M 2018-09
period 2018-09-05 | D 2018-09-05
period 2018-09-03/2018-09-09 | min 2018-09-03 20:18
period 2019 | Y-DEC 2019
period, freq W 2018-09-03/2018-09-09 | W-SUN 2018-09-03/2018-09-09
timestamp 2018-09-03/2018-09-09 |  2018-09-03 20:18:00-09:00
period 2018-04/2018-09 | DateParseError
period 2018.5 | M 2018-05
period 180903 | D 2003-09-18
period 2018/19 | DateParseError
period 2018-H1 | DateParseError
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
