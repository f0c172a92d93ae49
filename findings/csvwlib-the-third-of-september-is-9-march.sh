#!/usr/bin/env bash
# csvwlib 0.3.2 with rdflib 7.6.0 and python-dateutil 2.9.0 (PyPI), which turns CSV on the Web (CSVW) into JSON. The table and
# its description are read from a server of this script's own, on the loopback address.
# Guess: the format dd/MM/yyyy of a column of days is followed, as its #,##0 is; a cell that is one of the `null` texts of its column
# is left out; decimals keep their digits; a column of decimals may have an empty cell or the `null` text in it.
# Seen: a day that can be read month first is, whatever the format says, and the rest day first: of one column 03/09/2018 is 9
# March and 13/04/2018 13 April, without a word. The `null` text n/a stays a text, 12.50 is 12.5, and in a column of decimals an
# empty cell is an IndexError and the `null` text a ValueError.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check csvwlib==0.3.2 rdflib==7.6.0 python-dateutil==2.9.0
cat > try.py <<'PY'
import http.server, json, threading, warnings
warnings.simplefilter("ignore")
from csvwlib import CSVWConverter

pages = {}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        page = pages.get(self.path)
        self.send_response(200 if page else 404)
        self.end_headers()
        self.wfile.write((page or "").encode())
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
home = f"http://127.0.0.1:{server.server_port}/"

def show(what, datatype, cells, **more):
    pages["/t.csv"] = "area,v\n" + "".join(f'North,"{cell}"\n' for cell in cells)
    pages["/t.csv-metadata.json"] = json.dumps({"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": {"columns": [
        {"titles": "area", "name": "area", "datatype": "string"}, {"titles": "v", "name": "v", "datatype": datatype, **more}]}})
    try:
        found = [row.get("v", "left out") for row in CSVWConverter.to_json(home + "t.csv", home + "t.csv-metadata.json", mode="minimal")]
    except Exception as error:
        found = [type(error).__name__]
    print(what, "|", *cells, "|", *found)

show("days", {"base": "date", "format": "dd/MM/yyyy"}, ["03/09/2018", "13/04/2018"])
show("thousands", {"base": "decimal", "format": {"pattern": "#,##0", "groupChar": ","}}, ["1,644", "12.50"])
show("text", "string", ["revised", "n/a"], null="n/a")
show("decimals", "decimal", ["550", "n/a"], null="n/a")
show("a gap", "decimal", ["550", ""])
PY
v/bin/python try.py > seen
cat > expected <<'TXT'
days | 03/09/2018 13/04/2018 | 2018-03-09 2018-04-13
thousands | 1,644 12.50 | 1644.0 12.5
text | revised n/a | revised n/a
decimals | 550 n/a | ValueError
a gap | 550  | IndexError
TXT
diff expected seen
