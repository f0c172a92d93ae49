#!/usr/bin/env bash
# vnu-jar 26.9.27 (npm), the checker of the W3C for HTML, with the Java of Debian 12.
# Guess: of a chart in a page it tells what cannot be drawn: a bar of width NaN or of a height below zero, as charts have it
# where a figure is missing, a colour of five digits, a path that breaks off, an alternative text that is the name of a file.
# Seen: the path is an error, and so are 84mm as the width of an <img> and <time> for the financial year 2018/19. Sizes
# that are NaN or below zero, and the colour, pass without a warning; so do the file name
# and a chart with role="img" and no name.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund vnu-jar@26.9.27
check() { # what is wrong, the body
  printf '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>%s</body></html>' "$2" > page.html
  java -jar node_modules/vnu-jar/build/dist/vnu.jar --format gnu page.html 2> found || true
  echo "$1 |" $(grep -o -E '(error|warning): [^.:]*' found | sort -u || true)
}
{
  check 'width NaN' '<svg viewBox="0 0 9 9"><rect width="NaN" height="5"/></svg>'
  check 'height below zero' '<svg viewBox="0 0 9 9"><rect width="5" height="-5"/></svg>'
  check 'colour' '<svg viewBox="0 0 9 9"><rect width="5" height="5" fill="#d5000"/></svg>'
  check 'path' '<svg viewBox="0 0 9 9"><path d="M0 0L5"/></svg>'
  check 'path NaN' '<svg viewBox="0 0 9 9"><path d="M0 0L5 NaN"/></svg>'
  check 'no name' '<svg viewBox="0 0 9 9" role="img"><rect width="5" height="5"/></svg>'
  check 'name of a file' '<img src="chart.svg" alt="chart.svg">'
  check 'width in mm' '<img src="chart.svg" alt="Boxes" width="84mm">'
  check 'financial year' '<p><time datetime="2018/19">2018/19</time></p>'
} > seen
cat > expected <<'TXT'
width NaN |
height below zero |
colour |
path | error: Bad value “M0 0L5” for attribute “d” on element “path”
path NaN | error: Bad value “M0 0L5 NaN” for attribute “d” on element “path”
no name |
name of a file |
width in mm | error: Bad value “84mm” for attribute “width” on element “img”
financial year | error: Bad value “2018/19” for attribute “datetime” on element “time”
TXT
diff expected seen
