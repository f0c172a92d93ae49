#!/usr/bin/env bash
# hugo 0.111.3-1 (Debian 12).
# Guess: an alternative text, ![It rose to "850" -- in 2018](c.svg), is in the page as it was written or with better
# quotation marks; 21000000 of a data file is printed as 21000000; `date: 2018` is the year 2018 or refused, as `date:
# 2018-09` is.
# Seen: quotation marks and dashes of the text are made better and then escaped once more: "&ldquo;850&rdquo; &ndash;"
# is what is read out. The figure 21000000 is 2.1e+07 in the page, from JSON or as 21000000.0 in YAML. The year 2018
# is 33 minutes past midnight on 1 January 1970.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p content data layouts/_default
printf '[{"boxes": 850000}, {"boxes": 21000000}]' > data/figures.json
printf -- '---\ndate: 2018\nboxes: 21000000.0\n---\n![It rose to "850" -- in 2018](c.svg)\n' > content/page.md
echo '{{ .Date.Format "2006-01-02 15:04:05" }} {{ .Params.boxes }} {{ range site.Data.figures }}{{ .boxes }} {{ end }} {{ .Content }}' > layouts/_default/single.html
printf 'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap"]\n' > hugo.toml
hugo --quiet
grep -v '^$' public/page/index.html > seen
cat > expected <<'TXT'
1970-01-01 00:33:38 2.1e&#43;07 850000 2.1e&#43;07  <p><img src="c.svg" alt="It rose to &amp;ldquo;850&amp;rdquo; &amp;ndash; in 2018"></p>
TXT
diff expected seen
