#!/usr/bin/env bash
# rsdmx 0.6.2 with R 4.2.2 (Debian 12: r-cran-rsdmx) and pysdmx 1.21.0 with pandas 3.1.1 (PyPI), one message of SDMX-ML 2.1
# in both of its forms.
# Guess: OBS_VALUE is a number in the table that is made of a message, whichever form it has, so that the highest of 550,
# 560.50 and 7 is 560.5 and a figure above 100 is one of the first two.
# Seen: in rsdmx figures are numbers in the generic form and texts in the structure-specific one, which offices send by
# default: the highest is "7", and 7 is more than 100, without a word; the mean is missing, with a warning. In pysdmx they
# are texts in both: the highest is 7, sorted they are 550, 560.50, 7, and the sum is 550560.507. A figure that is not there
# is missing in the one form and an empty text in the other.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > make.py <<'PY'
url = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
structure = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=NCA:BOXES(1.0):ObsLevelDim:TIME_PERIOD"
def message(kind, spaces, named, data):
    head = f'<mes:Header><mes:ID>t</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2018-09-03T09:30:00</mes:Prepared><mes:Sender id="NCA"/><mes:Structure structureID="BOXES" {named}dimensionAtObservation="TIME_PERIOD"><com:Structure><Ref agencyID="NCA" id="BOXES" version="1.0" class="DataStructure"/></com:Structure></mes:Structure></mes:Header>'
    return f'<?xml version="1.0" encoding="UTF-8"?><mes:{kind} xmlns:mes="{url}message" xmlns:com="{url}common" {spaces}>{head}{data}</mes:{kind}>'
figures = [("2017", "550"), ("2018", "560.50"), ("2019", "7"), ("2020", None)]
series = "".join(f'<gen:Obs><gen:ObsDimension value="{year}"/>' + (f'<gen:ObsValue value="{figure}"/>' if figure else "") + "</gen:Obs>" for year, figure in figures)
open("generic.xml", "w").write(message("GenericData", f'xmlns:gen="{url}data/generic"', "", f'<mes:DataSet structureRef="BOXES" action="Append"><gen:Series><gen:SeriesKey><gen:Value id="AREA" value="007"/></gen:SeriesKey>{series}</gen:Series></mes:DataSet>'))
series = "".join(f'<Obs TIME_PERIOD="{year}"' + (f' OBS_VALUE="{figure}"' if figure else "") + "/>" for year, figure in figures)
open("specific.xml", "w").write(message("StructureSpecificData", f'xmlns:ss="{url}data/structurespecific" xmlns:ns1="{structure}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', f'namespace="{structure}" ', f'<mes:DataSet ss:structureRef="BOXES" xsi:type="ns1:DataSetType" ss:dataScope="DataStructure" action="Append"><Series AREA="007">{series}</Series></mes:DataSet>'))
PY
cat > try.R <<'R'
suppressPackageStartupMessages(library(rsdmx))
for (form in c("generic", "specific")) {
  rows <- as.data.frame(readSDMX(paste0(form, ".xml"), isURL = FALSE))
  v <- rows[[grep("value$", names(rows), ignore.case = TRUE)]]
  cat("rsdmx", form, "|", class(v), "| highest", max(v, na.rm = TRUE), "| above 100:", v[!is.na(v) & v > 100], "| mean", suppressWarnings(mean(v, na.rm = TRUE)), "\n")
}
R
cat > try.py <<'PY'
import pysdmx.io
for form in ["generic", "specific"]:
    v = pysdmx.io.read_sdmx(f"{form}.xml", validate=False).data[0].data["OBS_VALUE"]
    print("pysdmx", form, "| highest", v.max(), "| sorted", *v[:3].sort_values(), "| sum", v[:3].sum(), "| not there", repr(v[3]))
PY
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check "pysdmx[data,xml]==1.21.0" pandas==3.1.1
venv/bin/python make.py
{ Rscript --vanilla try.R; venv/bin/python -W ignore try.py; } > seen 2> log
cat > expected <<'TXT'
rsdmx generic | numeric | highest 560.5 | above 100: 550 560.5 | mean 372.5 
rsdmx specific | character | highest 7 | above 100: 550 560.50 7 | mean NA 
pysdmx generic | highest 7 | sorted 550 560.50 7 | sum 550560.507 | not there ''
pysdmx specific | highest 7 | sorted 550 560.50 7 | sum 550560.507 | not there <NA>
TXT
diff expected seen
