#!/usr/bin/env bash
# typst 0.15.2 (PyPI), with its bibliographies from BibLaTeX files.
# Guess: a period of publication (date = {2020-06-30/2020-09-30}) is printed as a period or by its first day, a
# decade (201X) as the 2010s, and a report names its institution, as biblatex prints them.
# Seen: of a period the last day is printed, the decade is the year 2019; the institution of a report
# is left out, whatever the author is, while publisher = {...} in its place is printed. 2018-09~ is right: "ca. 2018".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 pypdfium2==5.12.1
cat > try.py <<'PY'
import pypdfium2, typst
entries = {
    'about': 'date = {2018-09~}',
    'day': 'date = {2020-06-30}, url = {https://example.org/}',
    'period': 'date = {2020-06-30/2020-09-30}, url = {https://example.org/}',
    'decade': 'date = {201X}',
    'institution': 'date = {2018}, institution = {Home Office}',
    'publisher': 'date = {2018}, publisher = {Home Office}',
}
for style in ('apa', 'chicago-author-date'):
    for name, fields in entries.items():
        with open('one.bib', 'w') as file:
            file.write('@%s{key, author = {Rowe, Ann}, title = {Visits}, %s}' % ('online' if 'url' in fields else 'report', fields))
        with open('one.typ', 'w') as file:
            file.write(f'#set page(width: 20cm, height: auto)\n#hide[@key]\n#bibliography("one.bib", style: "{style}", title: none)')
        typst.compile('one.typ', output='one.pdf')
        words = pypdfium2.PdfDocument('one.pdf')[0].get_textpage().get_text_range().split('Rowe')[-1]
        print(style, name, '|', ' '.join(words.split()).lstrip(', '))
PY
v/bin/python try.py > seen 2> /dev/null
cat > expected <<'TXT'
apa about | A. (ca. 2018). Visits.
apa day | A. (2020, June 30). Visits. https://example.org/
apa period | A. (2020, September 30). Visits. https://example.org/
apa decade | A. (2019). Visits.
apa institution | A. (2018). Visits.
apa publisher | A. (2018). Visits. Home Office.
chicago-author-date about | Ann. [2018?]. Visits.
chicago-author-date day | Ann. 2020. “Visits.” June 30. https://example.org/.
chicago-author-date period | Ann. 2020. “Visits.” September 30. https://example.org/.
chicago-author-date decade | Ann. 2019. Visits.
chicago-author-date institution | Ann. 2018. Visits.
chicago-author-date publisher | Ann. 2018. Visits. Home Office.
TXT
diff expected seen
