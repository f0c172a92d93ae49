#!/usr/bin/env bash
# poppler-utils 22.12 (Debian), pdfinfo on a tagged PDF.
# Guess: of three files that are the same but for /MarkInfo, which says Suspects true, Suspects false (a boolean, by ISO 32000-2, 14.7.1)
# or nothing of it, none is told to be wrong.
# Seen: the file that says false is called a syntax error, "wrong type (boolean)", though nothing else comes of it; the file that says
# true, so that its order of reading is in doubt, is none. Whoever looks at that output for damage turns the sound one away.
set -euo pipefail
command -v pdfinfo > /dev/null || { apt-get update && apt-get install --yes --no-install-recommends poppler-utils; } > /dev/null
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > make.py <<'PY'
def pdf(name, suspects):
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true{suspects}>>/StructTreeRoot 4 0 R/Lang(en-GB)>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<<>>>>",
        "<</Type/StructTreeRoot>>",
    ]
    text, places = "%PDF-1.7\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{said}\nendobj\n"
    start = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    open(name, "w", encoding="ascii", newline="").write(text)

pdf("true.pdf", "/Suspects true")
pdf("false.pdf", "/Suspects false")
pdf("nothing.pdf", "")
PY
python3 make.py
pdfinfo -v 2>&1 | grep -o 'version 22\.12' > seen
for said in true false nothing; do
  { echo "$said | $(pdfinfo "$said.pdf" 2>&1 | grep -E '^(Syntax Error|Suspects|Tagged)' | tr -s ' ' | paste -sd '|')"; } >> seen
done
cat > expected <<'TXT'
version 22.12
true | Tagged: yes|Suspects: yes
false | Syntax Error: Suspects object is wrong type (boolean)|Tagged: yes|Suspects: no
nothing | Tagged: yes|Suspects: no
TXT
diff expected seen
