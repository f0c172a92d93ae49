#!/usr/bin/env bash
# SVG::TT::Graph 1.04 (Perl, Debian's libsvg-tt-graph-perl).
# Guess: with a figure below zero the axis reaches below zero; a missing figure, undef, has no mark; "1,644" is drawn at
# 1,644 or refused; in a time series 2018-19 is refused, as 2018 is.
# Seen: the axis begins at 0 and -3 is drawn 76 units below the lower edge of a picture 200 high, out of sight, with
# min_scale_value not set. The line goes through zero for undef and "n/a", through 1 for "1,644", each labelled as it was
# given. 2018-19 is 9 January 2018.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s libsvg-tt-graph-perl > /dev/null 2>&1 || apt-get install -y -qq --no-install-recommends libsvg-tt-graph-perl > log 2>&1
cat > try.pl <<'PL'
use SVG::TT::Graph::Line;
use SVG::TT::Graph::TimeSeries;
for my $figures ([550, undef, 600], [550, 'n/a', 600], [550, '1,644', 600], [5, -3, 2]) {
    my $graph = SVG::TT::Graph::Line->new({height => 200, width => 300, fields => [2016, 2017, 2018], show_data_values => 1});
    $graph->add_data({data => $figures, title => 'boxes'});
    my $svg = $graph->burn;
    my ($line) = $svg =~ /<path[^>]* d="([^"]*)"[^>]*class="line1/;
    my @places = map { sprintf '%.0f', $_ } $line =~ /[\d.]+\s+([\d.]+)/g;
    my @labels = $svg =~ /class="dataPointLabel"[^>]*>([^<]*)/g;
    my ($lowest) = $svg =~ /class="yAxisLabels"[^>]*>([^<]*)/;
    print join(' ', map { $_ // 'undef' } @$figures), " | marks at @places of 200 | labels ", join(' ', map { "[$_]" } @labels), " | axis from $lowest\n";
}
for my $period ('2018', '2018-09', '2018-19') {
    my $graph = SVG::TT::Graph::TimeSeries->new({height => 200, width => 300});
    my ($first) = eval { $graph->add_data({data => [$period, 5, '2019-09-03', 6], title => 'boxes'}); $graph->burn =~ /class="xAxisLabels"[^>]*>([^<]*)/ };
    print "$period | ", $first // 'refused', "\n";
}
PL
cat > expected <<'TXT'
550 undef 600 | marks at 32 180 18 of 200 | labels [550] [] [600] | axis from 0
550 n/a 600 | marks at 32 180 18 of 200 | labels [550] [n/a] [600] | axis from 0
550 1,644 600 | marks at 32 180 18 of 200 | labels [550] [1,644] [600] | axis from 0
5 -3 2 | marks at 20 276 116 of 200 | labels [5] [-3] [2] | axis from 0
2018 | refused
2018-09 | refused
2018-19 | 2018-01-09 00:00:00
TXT
TZ=UTC perl try.pl > seen 2> log
diff expected seen
