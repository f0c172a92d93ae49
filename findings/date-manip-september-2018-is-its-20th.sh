#!/usr/bin/env bash
# Date::Manip 6.91 (Debian 12: libdate-manip-perl 6.91-1), which reads dates in words in Perl; the day of the run is set by
# the script.
# Guess: "September 2018" is its first day, as 2018-09 is, or is refused, as "Q3 2018" and 2018/19 are; a month without a
# hyphen, 201809, and a band of ages, 1-4, are no dates; week 53 of 2021 is refused, as 31 February is.
# Seen: the year is taken for a day and a year: "September 2018" is 20 September 2018 and "Sep 1998" 19 September 1998.
# 201809 is 20:18:09 today, 1-4 is 1 April of this year, in British order, and 2021-W53-1 3 January 2022.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.pl <<'PL'
use Date::Manip;
Date_Init('DateFormat=GB', 'Language=English', 'SetDate=2026-11-30-12:00:00,Etc/UTC');
for my $text ('2018-09', 'September 2018', 'Sep 1998', 'March 2031', '3 Sep 2018', '201809', '1-4', 'Q3 2018', '2018/19', '31/02/2018', '2018-W36-1', '2021-W53-1') {
  print "$text | ", ParseDate($text) || 'refused', "\n";
}
PL
TZ=UTC perl try.pl > seen 2> log
cat > expected <<'TXT'
2018-09 | 2018090100:00:00
September 2018 | 2018092000:00:00
Sep 1998 | 1998091900:00:00
March 2031 | 2031032000:00:00
3 Sep 2018 | 2018090300:00:00
201809 | 2026113020:18:09
1-4 | 2026040100:00:00
Q3 2018 | refused
2018/19 | refused
31/02/2018 | refused
2018-W36-1 | 2018090300:00:00
2021-W53-1 | 2022010300:00:00
TXT
diff expected seen
