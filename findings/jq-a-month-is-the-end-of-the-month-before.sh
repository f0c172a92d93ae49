#!/usr/bin/env bash
# jq 1.6 (Debian 12: jq 1.6-2.1+deb12u3), queries of JSON.
# Guess: strptime() reads a month as its first day, or refuses it, and a week of ISO 8601 as its day or not at all; 31
# February is refused; a figure that is null is left out of `add/length` or an error, as null - 5 is, and is below no other.
# Seen: read by %Y-%m the month 2018-09 is 31 August, and the year 2018 is 31 December 2017; each week is 31 December 1899,
# and 2018-02-31 is 3 March. null is 0 in a sum and counts in the length: the mean of 5, null and 7 is 4. It is the lowest
# figure and below 6. The texts "5", "10" and "7" are 5107 in sum.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
say() { echo "$1 | $2 |" "$(echo "$1" | jq --compact-output "$2" 2> /dev/null || echo refused)"; }
{
  say '"2018-09-03"' 'strptime("%Y-%m-%d") | mktime | todate'
  say '"2018-02-31"' 'strptime("%Y-%m-%d") | mktime | todate'
  say '"2018-09"' 'strptime("%Y-%m") | mktime | todate'
  say '"2018"' 'strptime("%Y") | mktime | todate'
  say '"2018-W36-1"' 'strptime("%G-W%V-%u") | mktime | todate'
  say '[5,null,7]' '[add, add / length, min, max]'
  say '[5,null,7]' 'map(select(. < 6))'
  say 'null' '. + 5'
  say 'null' '. - 5'
  say '["5","10","7"]' '[add, max]'
} > seen
cat > expected <<'TXT'
"2018-09-03" | strptime("%Y-%m-%d") | mktime | todate | "2018-09-03T00:00:00Z"
"2018-02-31" | strptime("%Y-%m-%d") | mktime | todate | "2018-03-03T00:00:00Z"
"2018-09" | strptime("%Y-%m") | mktime | todate | "2018-08-31T00:00:00Z"
"2018" | strptime("%Y") | mktime | todate | "2017-12-31T00:00:00Z"
"2018-W36-1" | strptime("%G-W%V-%u") | mktime | todate | "1899-12-31T00:00:00Z"
[5,null,7] | [add, add / length, min, max] | [12,4,null,7]
[5,null,7] | map(select(. < 6)) | [5,null]
null | . + 5 | 5
null | . - 5 | refused
["5","10","7"] | [add, max] | ["5107","7"]
TXT
diff expected seen
