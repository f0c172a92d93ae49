#!/usr/bin/env bash
# extruct 0.18.0 (PyPI) and microdata-node 2.0.0 (npm), which read what a page says of itself for programs.
# Guess: of <time datetime="2018-10">October</time> they take 2018-10, in microdata as in RDFa; of <time>2018</time>, a date
# without an attribute, its words, 2018, as HTML says; 31 February is not told to be a date.
# Seen: in microdata both take the attribute, and an empty text where there is none. Of RDFa extruct takes the words: October
# without its year, "end of February", "about 550" where the page gives programs 550. microdata-node tells 2018-02-31 to be
# a date. 1,234 with a raised mark 1 is 1,2341 in microdata-node and the RDFa of extruct.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check extruct==0.18.0 lxml_html_clean==0.4.3
npm install --silent --no-audit --no-fund microdata-node@2.0.0
cat > page.html <<'HTML'
<!DOCTYPE html><html lang="en"><head><title>Boxes</title></head><body>
<div itemscope itemtype="https://schema.org/Dataset" vocab="https://schema.org/" typeof="Dataset">
<time itemprop="dateModified" property="dateModified" datetime="2018-10">October</time>
<time itemprop="datePublished" property="datePublished">2018</time>
<time itemprop="dateCreated" property="dateCreated" datetime="2018-02-31">end of February</time>
<time itemprop="temporalCoverage" property="temporalCoverage" datetime="2018-04-01/2019-03-31">2018/19</time>
<data itemprop="size" property="size" value="550">about 550</data>
<span itemprop="name" property="name">1,234<sup>1</sup></span>
<span itemprop="about" property="about"><del>5</del> <ins>6</ins></span>
</div></body></html>
HTML
cat > try.py <<'PY'
import extruct
found = extruct.extract(open("page.html").read(), base_url="https://example.org/", syntaxes=["microdata", "rdfa"])
for name, value in sorted(found["microdata"][0]["properties"].items()):
    print("extruct microdata", name, "|", value)
for name, values in sorted(item for entry in found["rdfa"] for item in entry.items() if "schema.org" in item[0]):
    print("extruct RDFa", name.split("/")[-1], "|", *(value["@value"] for value in values))
PY
cat > try.cjs <<'JS'
const { toJsonld } = require('microdata-node')
const [item] = toJsonld(require('fs').readFileSync('page.html', 'utf8'), { base: 'https://example.org/' })
for (const name of Object.keys(item).filter(name => name.includes('schema.org')).sort()) {
  for (const { '@value': value, '@type': type = '' } of item[name]) console.log('microdata-node', name.split('/').pop(), '|', JSON.stringify(value), type.split('#').pop())
}
JS
cat > expected <<'TXT'
extruct microdata about | 5 6
extruct microdata dateCreated | 2018-02-31
extruct microdata dateModified | 2018-10
extruct microdata datePublished | 
extruct microdata name | 1,234 1
extruct microdata size | 550
extruct microdata temporalCoverage | 2018-04-01/2019-03-31
extruct RDFa about | 5 6
extruct RDFa dateCreated | end of February
extruct RDFa dateModified | October
extruct RDFa datePublished | 2018
extruct RDFa name | 1,2341
extruct RDFa size | about 550
extruct RDFa temporalCoverage | 2018/19
microdata-node about | "5 6" 
microdata-node dateCreated | "2018-02-31" date
microdata-node dateModified | "2018-10" gYearMonth
microdata-node datePublished | "" 
microdata-node name | "1,2341" 
microdata-node size | 550 
microdata-node temporalCoverage | "2018-04-01/2019-03-31" 
TXT
(env/bin/python -W ignore try.py; node try.cjs) > seen 2> log
diff expected seen
