#!/usr/bin/env bash
# Markdown 3.11.3, which MkDocs and Pelican use, and mistune 3.4.0 (PyPI).
# Guess: an inline SVG in the source of a page, with empty lines between its parts, reaches the page as it is, since it
# begins and ends with its own tag.
# Seen: it ends at the first empty line: what stands after it with four spaces in front is shown as source code in the
# middle of the SVG, the rest is set in paragraphs. Without empty lines it stays whole; in Markdown a <div> around it
# keeps it whole too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check Markdown==3.11.3 mistune==3.4.0
cat > try.py <<'PY'
import markdown, mistune
chart = '<svg role="img" viewBox="0 0 90 9">\n<title>Boxes</title>\n\n    <text x="1">2018</text>\n\n<rect width="5" height="5"/>\n</svg>'
for name, page in [("as it is", chart), ("without empty lines", chart.replace("\n\n", "\n")), ("in a div", f"<div>\n{chart}\n</div>")]:
    print("--", name, "Markdown", markdown.markdown(page), "-- mistune", mistune.create_markdown(escape=False)(page).strip(), sep="\n")
PY
cat > expected <<'TXT'
--
as it is
Markdown
<p><svg role="img" viewBox="0 0 90 9">
<title>Boxes</title></p>
<pre><code>&lt;text x="1"&gt;2018&lt;/text&gt;
</code></pre>
<p><rect width="5" height="5"/>
</svg></p>
-- mistune
<svg role="img" viewBox="0 0 90 9">
<title>Boxes</title>
<pre><code>&lt;text x=&quot;1&quot;&gt;2018&lt;/text&gt;</code></pre>
<p><rect width="5" height="5"/>
</svg></p>
--
without empty lines
Markdown
<p><svg role="img" viewBox="0 0 90 9">
<title>Boxes</title>
    <text x="1">2018</text>
<rect width="5" height="5"/>
</svg></p>
-- mistune
<svg role="img" viewBox="0 0 90 9">
<title>Boxes</title>
    <text x="1">2018</text>
<rect width="5" height="5"/>
</svg>
--
in a div
Markdown
<div>
<svg role="img" viewBox="0 0 90 9">
<title>Boxes</title>
    <text x="1">2018</text>
<rect width="5" height="5"/>
</svg>
</div>
-- mistune
<div>
<svg role="img" viewBox="0 0 90 9">
<title>Boxes</title>
<pre><code>&lt;text x=&quot;1&quot;&gt;2018&lt;/text&gt;</code></pre>
<p><rect width="5" height="5"/>
</svg></p>
</div>
TXT
v/bin/python try.py | grep -v '^$' > seen 2> /dev/null
diff expected seen
