#!/usr/bin/env bash
# Three readers of dates for Perl 5.36 (Debian 12): Time::ParseDate 2015.103 (libtime-parsedate-perl), DateTime::Format::Flexible 0.34
# and DateTime::Format::Natural 1.16. Of Date::Manip see date-manip-september-2018-is-its-20th.sh. What follows from today is counted from 1 December 2026.
# Guess: "September 2018" and 2018-09 are that month or its first day; a financial year, a span of months and what is no date
# are refused; 31 February is refused; "April to June 2018" begins in April 2018.
# Seen: Time::ParseDate makes 10 March 2032 of "September 2018", 22 June 2010 of 201809, 3 July 2019 of 2018/19 and 3 March of 31/02/2018; 2018
# is 20:18 today. Flexible takes the figure 550 for seconds of 1970, 1.5 for 5 January and the financial year 2009/10 for October.
# Natural, asked for a span, has "April to June 2018" begin in this year and end before it begins.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
packages="libtime-parsedate-perl libdatetime-format-flexible-perl libdatetime-format-natural-perl"
dpkg -s $packages > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends $packages > log 2>&1
cat > try.pl <<'PL'
use strict; use warnings;
use DateTime; use DateTime::Format::Flexible; use DateTime::Format::Natural; use Time::ParseDate;
my $today = DateTime->new(year => 2026, month => 12, day => 1);
DateTime::Format::Flexible->base($today);
my $natural = DateTime::Format::Natural->new(datetime => $today, format => 'dd/mm/yyyy');
for my $text ('2018-09-03', 'September 2018', '2018-09', '201809', '2018', '2018/19', '2009/10', '31/02/2018', '550', '1.5', 'April to June 2018') {
  my $seconds = parsedate($text, NOW => $today->epoch, UK => 1, GMT => 1);
  my $parsedate = defined $seconds ? DateTime->from_epoch(epoch => $seconds)->strftime('%F %R') : '-';
  my $flexible = eval { DateTime::Format::Flexible->parse_datetime($text)->strftime('%F %R') } // '-';
  my @span = $natural->parse_datetime_duration($text);
  my $natural = $natural->success ? join ' to ', map { $_->ymd } @span : '-';
  print "$text | $parsedate | $flexible | $natural\n";
}
PL
perl try.pl > seen 2> /dev/null
cat > expected <<'TXT'
2018-09-03 | 2018-09-03 00:00 | 2018-09-03 00:00 | 2018-09-03
September 2018 | 2032-03-10 00:00 | 2018-09-01 00:00 | 2018-09-01
2018-09 | - | 2018-09-01 00:00 | -
201809 | 2010-06-22 00:00 | 2018-09-01 00:00 | -
2018 | 2026-12-01 20:18 | 2018-01-01 00:00 | 2018-01-01
2018/19 | 2019-07-03 00:00 | - | -
2009/10 | 2009-10-01 00:00 | 2009-10-01 00:00 | -
31/02/2018 | 2018-03-03 00:00 | - | -
550 | - | 1970-01-01 00:09 | -
1.5 | - | 2026-01-05 00:00 | -
April to June 2018 | - | - | 2026-04-01 to 2018-06-01
TXT
diff expected seen
