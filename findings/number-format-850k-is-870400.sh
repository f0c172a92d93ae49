#!/usr/bin/env bash
# Number::Format 1.75 (Debian 12: libnumber-format-perl 1.75-3), which reads and writes numbers in Perl.
# Guess: unformat_number() reads 850K as 850,000, or says that it does not know the letter, and refuses what is no one
# number, as it refuses n/a; format_number() refuses "1,644" or leaves it.
# Seen: K and M are of bytes: 850K is 870,400 and 1.2M 1,258,291.2, and 12.5m is 12.5. "5-10" is -510, "5 to 10" 510, 2018/19
# 201819, minus twelve in brackets 12, −158 with the sign of Unicode 158. format_number("1,644") is 1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.pl <<'PL'
use utf8;
use Number::Format;
binmode STDOUT, ':utf8';
my $form = Number::Format->new(-thousands_sep => ',', -decimal_point => '.');
for my $text ('1,644', '850K', '1.2M', '12.5m', '44%', '(12)', '-£158', '−158', '5-10', '5 to 10', '2018/19', '1e5', 'n/a') {
  print "$text | ", $form->unformat_number($text) // 'undef', "\n";
}
print "written 1,644 | ", $form->format_number('1,644'), "\n";
PL
LC_ALL=C perl try.pl > seen 2> log
cat > expected <<'TXT'
1,644 | 1644
850K | 870400
1.2M | 1258291.2
12.5m | 12.5
44% | 44
(12) | 12
-£158 | -158
−158 | 158
5-10 | -510
5 to 10 | 510
2018/19 | 201819
1e5 | 15
n/a | undef
written 1,644 | 1
TXT
diff expected seen
