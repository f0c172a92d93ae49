#!/usr/bin/env bash
# pandas 3.1.1 and sdmx1 2.28.0 (PyPI).
# Guess: of the reporting periods of SDMX pandas knows the quarter, 2019-Q2, and refuses the ones that it
# does not know, as it refuses the week 2020-W05 and the half-year 2019-S1.
# Seen: a month of Eurostat and SDMX, 2019-M04, is four seconds past midnight on 1 January 2019, and the
# second third of the year 2018-T2 (May to August) is 1 February; to_datetime, PeriodIndex and sdmx1's
# to_pandas(datetime=) agree. Of the quarters as R writes them 2017.25 and 2017.75 are January 2017 and
# 2017.5 is May.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 sdmx1==2.28.0
cat > "$work/try.py" <<'PY'
import io, pandas, sdmx
def said(reader, *words):
    try:
        return str(reader(*words))
    except ValueError as error:
        return type(error).__name__
for word in ["2019-Q2", "2019-M04", "2018-T2", "2017.25", "2017.5", "2017.75", "2020-W05", "2019-S1"]:
    print(word, "|", said(pandas.to_datetime, word), "|", said(pandas.Period, word))
names = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
of = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=A:D(1.0)"
message = f'''<m:StructureSpecificData xmlns:m="{names}/message" xmlns:s="{names}/data/structurespecific"
  xmlns:c="{names}/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n="{of}:ObsLevelDim:TIME_PERIOD">
<m:Header><m:ID>a</m:ID><m:Test>false</m:Test><m:Prepared>2026-01-01T00:00:00</m:Prepared><m:Sender id="A"/>
<m:Structure structureID="D" dimensionAtObservation="TIME_PERIOD" namespace="{of}"><c:Structure>
<Ref agencyID="A" id="D" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet xsi:type="n:DataSetType" s:structureRef="D" s:dataScope="DataStructure"><Series FREQ="M">
<Obs TIME_PERIOD="2019-M04" OBS_VALUE="1"/><Obs TIME_PERIOD="2019-M05" OBS_VALUE="2"/></Series></m:DataSet>
</m:StructureSpecificData>'''
table = sdmx.to_pandas(sdmx.read_sdmx(io.BytesIO(message.encode())), datetime="TIME_PERIOD")
print([str(time) for time in table.index])
PY
cat > "$work/expected" <<'TXT'
2019-Q2 | 2019-04-01 00:00:00 | 2019Q2
2019-M04 | 2019-01-01 00:00:04 | 2019-01-01 00:00:04
2018-T2 | 2018-02-01 00:00:00 | 2018-02
2017.25 | 2017-01-01 00:00:00 | 2017
2017.5 | 2017-05-01 00:00:00 | 2017-05
2017.75 | 2017-01-01 00:00:00 | 2017
2020-W05 | DateParseError | DateParseError
2019-S1 | DateParseError | DateParseError
['2019-01-01 00:00:04', '2019-01-01 00:00:05']
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
