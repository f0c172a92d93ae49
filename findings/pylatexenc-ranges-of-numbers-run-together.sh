#!/usr/bin/env bash
# pylatexenc 2.11 (PyPI), by which abstracts and bibliographies in LaTeX become plain text; to compare Pandoc 3.9
# (pypandoc_binary 1.17).
# Guess: \numrange{5}{10} of siunitx, as Pandoc reads it, is "5–10", \SI{12}{\percent} is 12%, two and a half by \frac is
# "2 1/2" or 2.5; a command that is not known gives a mark or an error.
# Seen: the range is 510, of \SI and \qty the unit is dropped, so that 12 percent are 12; \pounds 642 is 642;
# $2\frac12$ is 21/2 and 1,234 with a raised mark 1 is 1,2341; a cell \multicolumn{2}{c}{1,644} is 2c1,644.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pylatexenc==2.11 pypandoc_binary==1.17
cat > try.py <<'PY'
import pypandoc
from pylatexenc.latex2text import LatexNodes2Text
for latex in [r'\numrange{5}{10} boxes', r'\SI{12}{\percent}', r'\qty{12}{\percent}', r'\pounds 642', r'$2\frac12$', r'1,234\textsuperscript{1}',
              r'\begin{tabular}{lr}\multicolumn{2}{c}{1,644}\\ \end{tabular}', r'2018--19', r'44\%']:
    pandoc = pypandoc.convert_text(latex, 'plain', 'latex').strip().split('\n')[-1 if 'tabular' not in latex else 1].strip()
    print(latex, '| pylatexenc', LatexNodes2Text().latex_to_text(latex).strip(), '| pandoc', pandoc)
PY
cat > expected <<'TXT'
\numrange{5}{10} boxes | pylatexenc 510 boxes | pandoc 5–10 boxes
\SI{12}{\percent} | pylatexenc 12 | pandoc 12 %
\qty{12}{\percent} | pylatexenc 12 | pandoc 12 %
\pounds 642 | pylatexenc 642 | pandoc £642
$2\frac12$ | pylatexenc 21/2 | pandoc $2\frac12$
1,234\textsuperscript{1} | pylatexenc 1,2341 | pandoc 1,234¹
\begin{tabular}{lr}\multicolumn{2}{c}{1,644}\\ \end{tabular} | pylatexenc 2c1,644 | pandoc | 1,644     |
2018--19 | pylatexenc 2018–19 | pandoc 2018–19
44\% | pylatexenc 44% | pandoc 44%
TXT
v/bin/python try.py > seen 2> log
diff expected seen
