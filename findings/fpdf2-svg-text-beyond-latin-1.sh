#!/usr/bin/env bash
# fpdf2 2.8.9 (PyPI).
# Guess: text of an SVG in Arial with an en dash, a minus sign or a euro sign is drawn, or refused with
# a word on the font, as FPDF.cell() does (FPDFUnicodeEncodingException).
# Seen: image() of such an SVG ends in a bare KeyError naming the character; it needs a font with
# these characters added first, under the name that the SVG asks for.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9
cat > "$work/try.py" <<'PY'
import io, fpdf
for words in ["550 to 850", "550–850", "−158", "€642"]:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30"><text x="5" y="20" font-family="Arial, sans-serif" font-size="12">{words}</text></svg>'
    for way in ["image", "cell"]:
        page = fpdf.FPDF()
        page.add_page()
        page.set_font("helvetica")
        try:
            page.image(io.BytesIO(picture.encode())) if way == "image" else page.cell(text=words)
            print(words, way, "drawn")
        except Exception as error:
            print(words, way, type(error).__name__)
PY
cat > "$work/expected" <<'TXT'
550 to 850 image drawn
550 to 850 cell drawn
550–850 image KeyError
550–850 cell FPDFUnicodeEncodingException
−158 image KeyError
−158 cell FPDFUnicodeEncodingException
€642 image KeyError
€642 cell FPDFUnicodeEncodingException
TXT
"$work/venv/bin/python" -W ignore "$work/try.py" > "$work/seen" 2> /dev/null
diff "$work/expected" "$work/seen"
