#!/usr/bin/env bash
# Statistics::Descriptive 3.0800 (Debian 12: libstatistics-descriptive-perl 3.0800-1), Perl.
# Guess: the fiftieth percentile is the median and the 25th the first quartile; what is missing, undef or an empty text, is
# left out, and n/a is refused; of one figure there is no variance.
# Seen: of 1, 2, 3 and 10 the median is 2.5 and percentile(50) 2, quantile(1) 1.75 and percentile(25) 1. undef, '' and n/a
# are zeros: the mean of 5 and 7 with three of them is 2.4, and "1,644" is 1, with warnings at most. The variance of one
# figure is 0.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > try.pl <<'PL'
use Statistics::Descriptive;
sub of { my $s = Statistics::Descriptive::Full->new; $s->add_data(@_); $s }
my $s = of(1, 2, 3, 10);
print join(' | ', 'median', $s->median, 'percentile(50)', scalar $s->percentile(50), 'quantile(1)', $s->quantile(1), 'percentile(25)', scalar $s->percentile(25)), "\n";
my $gaps = of(5, undef, '', 7, 'n/a');
print join(' | ', 'with gaps: mean', $gaps->mean, 'count', $gaps->count), "\n";
print join(' | ', '"1,644" and 5: sum', of('1,644', 5)->sum), "\n";
print join(' | ', 'one figure: variance', of(5)->variance), "\n";
PL
perl try.pl > seen 2> log
cat > expected <<'TXT'
median | 2.5 | percentile(50) | 2 | quantile(1) | 1.75 | percentile(25) | 1
with gaps: mean | 2.4 | count | 5
"1,644" and 5: sum | 6
one figure: variance | 0
TXT
diff expected seen
