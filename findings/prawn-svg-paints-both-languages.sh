#!/usr/bin/env bash
# prawn-svg 0.32.0 with Prawn 2.4.0 (Debian 12: ruby-prawn-svg), which sets the SVG of PDFs by Asciidoctor PDF.
# Guess: of a chart in PDF are painted what a browser paints, or it is left out with a warning: of a <switch> one language, nothing that is
# visibility="hidden", colours with an opacity in them pale, a hatched bar hatched, a figure struck out by text-decoration struck out, a
# centred label of two parts in one line, a raised footnote mark raised.
# Seen: both languages lie upon each other, what is hidden is painted, #d5000080, rgba() and var() are black, the hatched bar is not
# there (of which alone there is a warning), no figure is struck out, the parts of a centred label are each centred and lie upon
# each other, and the raised mark stands on the line. fill-opacity and fills of a style sheet are right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
packages="ruby-prawn-svg poppler-utils fonts-liberation2"
dpkg -s $packages > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends $packages > log 2>&1
cat > try.rb <<'RB'
require 'prawn'; require 'prawn-svg'
chart = <<SVG
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" width="600" height="400">
<style>text { font-family: L } .a { fill: #d50000 } :root { --c: #d50000 } .v { fill: var(--c) }</style>
<defs><pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#d50000"/></pattern></defs>
<rect x="0" y="0" width="40" height="100" fill="url(#p)"/>
<rect x="100" y="0" width="40" height="100" class="a"/>
<rect x="200" y="0" width="40" height="100" fill="#d50000" fill-opacity=".5"/>
<rect x="300" y="0" width="40" height="100" fill="#d5000080"/>
<rect x="400" y="0" width="40" height="100" fill="rgba(213,0,0,.5)"/>
<rect x="500" y="0" width="40" height="100" class="v"/>
<text x="0" y="140" visibility="hidden">Hidden</text>
<switch><text x="0" y="180" systemLanguage="cy">Cymraeg</text><text x="0" y="180">English</text></switch>
<text x="300" y="220" text-anchor="middle">Boxes <tspan font-weight="bold">five</tspan></text>
<text x="0" y="260" font-size="40" text-decoration="line-through">550</text>
<text x="0" y="340" font-size="40">8<tspan baseline-shift="super" font-size="20">9</tspan></text>
</svg>
SVG
fonts = '/usr/share/fonts/truetype/liberation2/LiberationSans-'
Prawn::Document.generate('t.pdf', page_size: [600, 400], margin: 0) do
  font_families.update('L' => { normal: fonts + 'Regular.ttf', bold: fonts + 'Bold.ttf' })
  puts svg(chart)[:warnings]
end
RB
cat > look.py <<'PY'
import re, subprocess
words = {}
for x0, y0, x1, y1, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<',
        subprocess.run(["pdftotext", "-bbox", "t.pdf", "-"], capture_output=True, text=True).stdout):
    words[word] = tuple(map(float, (x0, y0, x1, y1)))
print("words", *sorted(words))
print("the 9 is raised:", words["8"][3] - words["9"][3] > 10)
print("Boxes and five lie upon each other:", words["Boxes"][2] > words["five"][0] and words["five"][2] > words["Boxes"][0])
subprocess.run(["pdftoppm", "-r", "72", "t.pdf", "t"], check=True)
data = open("t-1.ppm", "rb").read()
size, body = data.split(b"\n", 3)[1], data.split(b"\n", 3)[3]
width = int(size.split()[0])
at = lambda x, y: "#%02x%02x%02x" % tuple(body[3 * (y * width + x):][:3])
for what, x in (("pattern", 20), ("class", 120), ("fill-opacity", 220), ("#rrggbbaa", 320), ("rgba()", 420), ("var()", 520)):
    print(what, at(x, 50))
print("a line through 550:", all(at(x, 246) < "#808080" for x in range(2, 64)) or all(at(x, 247) < "#808080" for x in range(2, 64)))
PY
ruby -W0 try.rb > seen
python3 look.py >> seen
cat > expected <<'TXT'
Unknown tag 'pattern'; ignoring
words 550 8 9 Boxes Cymraeg English Hidden five
the 9 is raised: False
Boxes and five lie upon each other: True
pattern #ffffff
class #d50000
fill-opacity #ea7f7f
#rrggbbaa #000000
rgba() #000000
var() #000000
a line through 550: False
TXT
diff expected seen
