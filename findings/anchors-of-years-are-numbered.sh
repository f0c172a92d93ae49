#!/usr/bin/env bash
# Pandoc 3.9 (pypandoc_binary 1.17) and docutils 0.23, by which Sphinx reads too (PyPI); kramdown 2.4.0 (Debian 12:
# ruby-kramdown 2.4.0-2), of Jekyll, to compare with its parser of GitHub's Markdown (ruby-kramdown-parser-gfm 1.1.0-2).
# Guess: a heading that is a year, 2018-19, has an anchor with the year in it, so that a link to it stays right when the next
# year is put above.
# Seen: what stands before the first letter is dropped, in all but the parser of GitHub's: the anchors of the years are
# section, section-1 (docutils: section-1, section-2) in the order of the page, so that a link to 2018-19 leads to
# 2019-20 after the next edition. "4.5% of boxes" and "45% of boxes" are of-boxes and of-boxes-1, in the parser of
# GitHub's 45-of-boxes and 45-of-boxes-1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 docutils==0.23
cat > try.py <<'PY'
import re, subprocess
import docutils.core, pypandoc
kramdown = lambda text, parser: subprocess.run(["ruby", "-rkramdown", "-e", f"puts Kramdown::Document.new(STDIN.read, input: '{parser}').to_html"], input=text, capture_output=True, text=True, check=True).stdout
for headings in (["2017-18", "2018-19"], ["2017-18", "2018-19", "2019-20"], ["4.5% of boxes", "45% of boxes"]):
    headings = headings[::-1] if headings[0].startswith("20") else headings
    markdown = "".join(f"## {heading}\n\nText.\n\n" for heading in headings)
    rst = "Boxes\n=====\n\n" + "Text.\n\n" + "".join(f"{heading}\n{'-' * len(heading)}\n\nText.\n\n" for heading in headings)
    for name, html in {
        "Pandoc": pypandoc.convert_text(markdown, "html", "markdown"),
        "docutils": docutils.core.publish_parts(rst, writer="html5", settings_overrides={"doctitle_xform": False})["body"],
        "kramdown": kramdown(markdown, "kramdown"),
        "kramdown, GFM": kramdown(markdown, "GFM"),
    }.items():
        ids = [found for found in re.findall(r'(?:<h2|<section) id="([^"]*)"', html) if found != "boxes"]
        print(name, "|", *(f"{heading} is {anchor};" for heading, anchor in zip(headings, ids)))
PY
cat > expected <<'TXT'
Pandoc | 2018-19 is section; 2017-18 is section-1;
docutils | 2018-19 is section-1; 2017-18 is section-2;
kramdown | 2018-19 is section; 2017-18 is section-1;
kramdown, GFM | 2018-19 is 2018-19; 2017-18 is 2017-18;
Pandoc | 2019-20 is section; 2018-19 is section-1; 2017-18 is section-2;
docutils | 2019-20 is section-1; 2018-19 is section-2; 2017-18 is section-3;
kramdown | 2019-20 is section; 2018-19 is section-1; 2017-18 is section-2;
kramdown, GFM | 2019-20 is 2019-20; 2018-19 is 2018-19; 2017-18 is 2017-18;
Pandoc | 4.5% of boxes is of-boxes; 45% of boxes is of-boxes-1;
docutils | 4.5% of boxes is of-boxes; 45% of boxes is of-boxes-1;
kramdown | 4.5% of boxes is of-boxes; 45% of boxes is of-boxes-1;
kramdown, GFM | 4.5% of boxes is 45-of-boxes; 45% of boxes is 45-of-boxes-1;
TXT
v/bin/python try.py > seen 2> log
diff expected seen
