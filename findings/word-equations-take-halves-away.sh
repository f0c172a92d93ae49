#!/usr/bin/env bash
# mammoth 1.13.0, docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0 and markitdown 0.1.9 (PyPI); to compare Pandoc 3.9
# (pypandoc_binary 1.17).
# Guess: of a report with two and a half million boxes, the half set as an equation, and ten to the power of 6, readers give
# the fraction in some form, or say that an equation was left out.
# Seen: mammoth, docx2txt and python-docx leave the half out, "2 million boxes", and the power too; mammoth alone says so, in
# its list of messages. docx2python writes the half as <latex>12</latex> and the power as <latex>106</latex>. markitdown
# has both, unless one fraction of the document lacks its properties (m:fPr), which the schema lets be absent: then every
# equation of it is gone. Pandoc has both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 'markitdown[docx]==0.1.9' pypandoc_binary==1.17
cat > try.py <<'PY'
import docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
def equation(inner):
    return parse_xml(f'<m:oMath {M}>{inner}</m:oMath>')
def text(words):
    return f'<m:r><m:t>{words}</m:t></m:r>'
for properties in ['<m:fPr><m:type m:val="bar"/></m:fPr>', '']:
    document = docx.Document()
    paragraph = document.add_paragraph('In all 2')
    paragraph._p.append(equation(f'<m:f>{properties}<m:num>{text(1)}</m:num><m:den>{text(2)}</m:den></m:f>'))
    paragraph.add_run(' million boxes, more than ')
    paragraph._p.append(equation(f'<m:sSup><m:e>{text(10)}</m:e><m:sup>{text(6)}</m:sup></m:sSup>'))
    paragraph.add_run('.')
    document.save('a.docx')
    print('properties', bool(properties))
    print('python-docx |', docx.Document('a.docx').paragraphs[0].text)
    print('docx2txt |', docx2txt.process('a.docx').strip())
    print('docx2python |', docx2python('a.docx').text.strip())
    print('mammoth |', mammoth.convert_to_html(open('a.docx', 'rb')).value, mammoth.convert_to_html(open('a.docx', 'rb')).messages)
    print('markitdown |', MarkItDown().convert('a.docx').text_content)
    print('pandoc |', pypandoc.convert_file('a.docx', 'markdown', extra_args=['--wrap=none']).strip())
PY
cat > expected <<'TXT'
properties True
python-docx | In all 2 million boxes, more than .
docx2txt | In all 2 million boxes, more than .
docx2python | In all 2<latex>12</latex> million boxes, more than <latex>106</latex>.
mammoth | <p>In all 2 million boxes, more than .</p> [Message(type='warning', message='An unrecognised element was ignored: {http://schemas.openxmlformats.org/officeDocument/2006/math}oMath')]
markitdown | In all 2$\frac{1}{2}$ million boxes, more than $10^{6}$.
pandoc | In all 2$\frac{1}{2}$ million boxes, more than $10^{6}$.
properties False
python-docx | In all 2 million boxes, more than .
docx2txt | In all 2 million boxes, more than .
docx2python | In all 2<latex>12</latex> million boxes, more than <latex>106</latex>.
mammoth | <p>In all 2 million boxes, more than .</p> [Message(type='warning', message='An unrecognised element was ignored: {http://schemas.openxmlformats.org/officeDocument/2006/math}oMath')]
markitdown | In all 2 million boxes, more than .
pandoc | In all 2$\frac{1}{2}$ million boxes, more than $10^{6}$.
TXT
v/bin/python try.py > seen 2> log
diff expected seen
