#!/usr/bin/env bash
# sharp 0.35.5 and probe-image-size 7.5.0 (npm), by which site generators (Eleventy, Astro, Next, Docusaurus) measure and convert
# pictures; PyMuPDF 2.0 and resvg-py 0.5.0 (PyPI), to compare CairoSVG 2.9.1.
# Guess: a chart of 84mm by 50mm is 317 by 189 pixels, as in browsers, and letters of 12pt are as large as those of 16
# pixels; with twice the density a picture has twice as many pixels each way.
# Seen: in sharp and PyMuPDF the chart is 238 by 142, and within a chart of pixels letters of 12pt and marks in mm are a quarter
# too small beside the rest. With density 144, meant as double, sharp makes 634 of 317 pixels and 952 of 84mm, four times
# the 238; density 96 makes 423 of 317. probe-image-size says 84 by 50 (its unit is beside it). resvg-py with its defaults has
# an error for the chart in mm, and paints no letters in pt.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund sharp@0.35.5 probe-image-size@7.5.0
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check PyMuPDF==2.0 resvg-py==0.5.0 CairoSVG==2.9.1 pillow==13.0.0
svg() { printf '<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 317 189"><rect width="317" height="189" fill="#ffffff"/>%s</svg>' "$@"; }
svg 84mm 50mm '' > mm.svg
svg 317 189 '' > px.svg
svg 317 189 '<text x="20" y="90" font-size="16">HHHH</text>' > letters-px.svg
svg 317 189 '<text x="20" y="90" font-size="12pt">HHHH</text>' > letters-pt.svg
cat > try.mjs <<'JS'
import probe from 'probe-image-size'
import { readFileSync } from 'fs'
import sharp from 'sharp'
for (const density of [72, 96, 144])
  for (const name of ['px', 'mm']) {
    const { width, height } = await sharp(`${name}.svg`, { density }).metadata()
    console.log('sharp, density', density, '|', name, width, height)
  }
const { width, height, wUnits } = probe.sync(readFileSync('mm.svg'))
console.log('probe-image-size | mm', width, height, wUnits)
for (const name of ['px', 'pt']) {
  const { info } = await sharp(`letters-${name}.svg`).flatten().trim({ threshold: 60 }).toBuffer({ resolveWithObject: true })
  console.log('sharp | letters in', name, '| about', 2 * Math.round(info.height / 2), 'high')
}
JS
cat > try.py <<'PY'
import io
import cairosvg, pymupdf, resvg_py
from PIL import Image
painters = {
    "PyMuPDF": lambda name: pymupdf.open(name)[0].get_pixmap().tobytes(),
    "resvg-py": lambda name: bytes(resvg_py.svg_to_bytes(svg_path=name)),
    "CairoSVG": lambda name: cairosvg.svg2png(url=name),
}
for painter, paint in painters.items():
    for name in ["px", "mm"]:
        try:
            print(painter, "|", name, *Image.open(io.BytesIO(paint(name + ".svg"))).size)
        except ValueError as error:
            print(painter, "|", name, "|", error)
    for name in ["px", "pt"]:
        image = Image.open(io.BytesIO(paint(f"letters-{name}.svg"))).convert("L")
        box = image.point(lambda light: 255 if light < 200 else 0).getbbox()
        print(painter, "| letters in", name, "|", f"about {2 * round((box[3] - box[1]) / 2)} high" if box else "none")
PY
{ node try.mjs; v/bin/python try.py; } > seen 2> log
cat > expected <<'TXT'
sharp, density 72 | px 317 189
sharp, density 72 | mm 238 142
sharp, density 96 | px 423 252
sharp, density 96 | mm 423 252
sharp, density 144 | px 634 378
sharp, density 144 | mm 952 567
probe-image-size | mm 84 50 mm
sharp | letters in px | about 12 high
sharp | letters in pt | about 8 high
PyMuPDF | px 317 189
PyMuPDF | mm 239 142
PyMuPDF | letters in px | about 12 high
PyMuPDF | letters in pt | about 8 high
resvg-py | px 317 189
resvg-py | mm | SVG has an invalid size
resvg-py | letters in px | about 12 high
resvg-py | letters in pt | none
CairoSVG | px 317 189
CairoSVG | mm 317 189
CairoSVG | letters in px | about 12 high
CairoSVG | letters in pt | about 12 high
TXT
diff expected seen
