#!/usr/bin/env bash
# sdmx1 2.28.0 with pandas 2.3.3 (PyPI), a message of SDMX-ML 2.1.
# Guess: a message that deletes figures (action="Delete", in the data set and in the header) is read as such, as its
# class DataSet has an `action` for it, or is refused; written again it is still a deletion.
# Seen: the action of a data set in XML is not read: it is None, whichever it was, and so is that of the header. The
# figures that an office withdraws come out of to_pandas() like those that it adds, and written again they are plain
# data.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check sdmx1==2.28.0 pandas==2.3.3
cat > try.py <<'PY'
import io, logging
import sdmx
logging.disable()
part = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
message = """<message:GenericData xmlns:message="{0}/message" xmlns:generic="{0}/data/generic" xmlns:common="{0}/common">
<message:Header><message:ID>x</message:ID><message:Test>false</message:Test><message:Prepared>2020-01-01T00:00:00</message:Prepared>
<message:Sender id="OFFICE"/><message:Structure structureID="B" dimensionAtObservation="TIME_PERIOD"><common:Structure>
<Ref agencyID="OFFICE" id="B" version="1.0"/></common:Structure></message:Structure>
<message:DataSetAction>{1}</message:DataSetAction></message:Header>
<message:DataSet structureRef="B" action="{1}"><generic:Series><generic:SeriesKey><generic:Value id="AREA" value="North"/></generic:SeriesKey>
<generic:Obs><generic:ObsDimension value="2017"/><generic:ObsValue value="550"/></generic:Obs></generic:Series></message:DataSet>
</message:GenericData>"""
for action in ["Append", "Replace", "Delete"]:
    read = sdmx.read_sdmx(io.BytesIO(message.format(part, action).encode()))
    written = sdmx.to_xml(read).decode()
    print(action, "|", read.data[0].action, "|", sdmx.to_pandas(read).to_dict(), "|", "written as", action if action in written else "data without an action")
PY
cat > expected <<'TXT'
Append | None | {('2017', 'North'): 550.0} | written as data without an action
Replace | None | {('2017', 'North'): 550.0} | written as data without an action
Delete | None | {('2017', 'North'): 550.0} | written as data without an action
TXT
v/bin/python -W ignore try.py > seen
diff expected seen
