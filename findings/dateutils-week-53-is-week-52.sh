#!/usr/bin/env bash
# dateutils 0.4.10 (Debian 12: dateutils 0.4.10-1), dates on the command line.
# Guess: a day that the calendar does not have, 31 February, day 366 or week 53 of 2018, the thirteenth month, is refused, as
# 2018-19 is; an interval is refused or stays; a quarter is its first day; a day is rounded to one.
# Seen: what does not exist is the last that does: 2018-W53-1 is the Monday of week 52 and day 366 day 365, without an error;
# 31/02/2018 is 28 February, which only the exit code tells. Of 2018-09-03/2018-10-01 the first day is left. A quarter is
# 2018-04-00, 2018-13-01 is 2018-13-00, and rounded back by a quarter 3 September is 2017-15-00.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
say() { local seen rc=0; seen=$(dateutils.dconv "$@" 2> /dev/null) || rc=$?; echo "$* | ${seen:-refused} | code $rc"; }
{
  for text in 2018-W52-1 2018-W53-1 2020-W53-1 2018-365 2018-366 2018-02-31 2018-13-01 2018-09 2018-19 2018-09-03/2018-10-01; do say "$text"; done
  say -i %d/%m/%Y 31/02/2018
  say -i %Y-Q%q 2018-Q2
  say -i %G-W%V-%u 2021-W53-1
  echo "rounded by -1q |" "$(dateutils.dround 2018-09-03 -- -1q)"
} > seen
cat > expected <<'TXT'
2018-W52-1 | 2018-W52-1 | code 0
2018-W53-1 | 2018-W52-1 | code 0
2020-W53-1 | 2020-W53-1 | code 0
2018-365 | 2018-365 | code 0
2018-366 | 2018-365 | code 0
2018-02-31 | 2018-02-28 | code 2
2018-13-01 | 2018-13-00 | code 2
2018-09 | 2018-09-00 | code 0
2018-19 | refused | code 2
2018-09-03/2018-10-01 | 2018-09-03 | code 0
-i %d/%m/%Y 31/02/2018 | 2018-02-28 | code 2
-i %Y-Q%q 2018-Q2 | 2018-04-00 | code 0
-i %G-W%V-%u 2021-W53-1 | 2021-W52-1 | code 0
rounded by -1q | 2017-15-00
TXT
diff expected seen
