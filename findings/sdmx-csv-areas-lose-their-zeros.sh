#!/usr/bin/env bash
# pysdmx 1.21.0 and sdmxthon 2.6.11 with pandas 3.1.1 (PyPI), messages of SDMX-CSV.
# Guess: codes stay as they are written, areas 007 and NA (Namibia) too, since SDMX-CSV has codes as texts; a code does not
# depend on which others the message holds.
# Seen: in both the area 007 is "7", as long as all areas of the message look like numbers; beside NA it is "007" in pysdmx. In
# sdmxthon it is "7.0" there, Namibia is missing, and so is a flag NA. 560.50 is 560.5. Of SDMX-CSV 2.0 both leave the rows to
# withdraw (ACTION D) out.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sdmxthon==2.6.11 pandas==3.1.1 "pysdmx[data]==1.21.0"
cat > "$work/try.py" <<'PY'
import sys
import pysdmx.io, sdmxthon
head1, row1 = "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "NCA:BOXES(1.0),A,"
head2, row2 = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "dataflow,NCA:BOXES(1.0),"
messages = {
    "areas 007 and 012": [head1, row1 + "007,2018,560.50,P", row1 + "012,2018,7,A"],
    "areas 007 and NA": [head1, row1 + "007,2018,560.50,P", row1 + "NA,2018,7,NA"],
    "version 2": [head2, row2 + "I,A,007,2018,560.50,P", row2 + "D,A,012,2018,7,A"],
}
for name, lines in messages.items():
    path = sys.argv[1] + "/t.csv"
    open(path, "w").write("\n".join(lines) + "\n")
    for program, sets in [("sdmxthon", sdmxthon.read_sdmx(path, validate=False).content.values()), ("pysdmx", pysdmx.io.read_sdmx(path, validate=False).data)]:
        for row in [row for data in sets for row in data.data.to_dict("records")]:
            print(name, "|", program, "|", *[repr(row[column]) for column in ["AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]])
PY
cat > "$work/expected" <<'TXT'
areas 007 and 012 | sdmxthon | '7' '2018' '560.5' 'P'
areas 007 and 012 | sdmxthon | '12' '2018' '7.0' 'A'
areas 007 and 012 | pysdmx | '7' '2018' '560.5' 'P'
areas 007 and 012 | pysdmx | '12' '2018' '7.0' 'A'
areas 007 and NA | sdmxthon | '7.0' '2018' '560.5' 'P'
areas 007 and NA | sdmxthon | nan '2018' '7.0' nan
areas 007 and NA | pysdmx | '007' '2018' '560.5' 'P'
areas 007 and NA | pysdmx | 'NA' '2018' '7.0' 'NA'
version 2 | sdmxthon | '7' '2018' '560.5' 'P'
version 2 | pysdmx | '7' '2018' '560.5' 'P'
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" "$work" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
