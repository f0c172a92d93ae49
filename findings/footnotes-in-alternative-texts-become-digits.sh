#!/usr/bin/env bash
# Markdown 3.11.3 (Python-Markdown: MkDocs, Pelican) and mistune 3.4.0 (PyPI), with footnotes.
# Guess: a footnote in the alternative text of a chart, ![Boxes rose to 600[^1]](a.svg), is left out of it, or stands there
# as typed; in the table of contents a heading "Boxes in 2018[^1]" is "Boxes in 2018".
# Seen: in both the number of the note becomes a digit of the figure: the alternative text says 6001. In the table of
# contents of mistune the heading is "Boxes in 20181"; Python-Markdown leaves the mark out there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check markdown==3.11.3 mistune==3.4.0
cat > try.py <<'PY'
import re
import markdown
import mistune
from mistune.toc import add_toc_hook, render_toc_ul
text = "# Boxes in 2018[^1]\n\n![Boxes rose to 600[^1]](a.svg)\n\n[^1]: revised\n"
def say(name, page, contents):
    print(name, "| alt", re.search('alt="([^"]*)"', page)[1], "| contents", re.sub(r"<[^>]*>|\s+", " ", contents).strip())
python_markdown = markdown.Markdown(extensions=["footnotes", "toc"])
say("Markdown", python_markdown.convert(text), python_markdown.toc)
parser = mistune.create_markdown(plugins=["footnotes"])
add_toc_hook(parser)
page, state = parser.parse(text)
say("mistune", page, render_toc_ul(state.env["toc_items"]))
PY
cat > expected <<'TXT'
Markdown | alt Boxes rose to 6001 | contents Boxes in 2018
mistune | alt Boxes rose to 6001 | contents Boxes in 20181
TXT
env/bin/python try.py > seen
diff expected seen
