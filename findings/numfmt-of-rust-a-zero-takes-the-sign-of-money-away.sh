#!/usr/bin/env bash
# numfmt 1.2.0 (crates.io), which writes numbers by patterns such as $[.1n/,]m.
# Guess: one formatter writes a column of figures, each as if it were alone: 0 is $0.0m and 7.25 after it $7.2m; figures
# are rounded to the decimals that the pattern shows.
# Seen: a zero is 0, without sign and unit, and every figure after it has a 0 in place of the dollar: 7.25 is 07.2m, 999.9
# is 0999.9m. Figures are cut: a share of 99.96% is 99.9%, and in short 999,999 is 999.99 K.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cargo init --quiet --name seen-of 2> /dev/null
cargo add --quiet numfmt@=1.2.0 2> /dev/null
cat > src/main.rs <<'RS'
use numfmt::Formatter;
fn say(pattern: &str, figures: &[f64]) {
    let mut formatter: Formatter = pattern.parse().unwrap();
    let seen: Vec<String> = figures.iter().map(|figure| format!("{figure}: {}", formatter.fmt2(*figure))).collect();
    println!("{pattern} | {}", seen.join(", "));
}
fn main() {
    say("$[.1n/,]m", &[7.25, 999.9, 1644.5]);
    say("$[.1n/,]m", &[7.25, 0.0, 7.25, 999.9, 1644.5, -12.0]);
    say("[.1%]", &[0.5, 0.9996, 0.0, 0.0004]);
    say("[.2/,]", &[1234.0, 999_999.0, 0.445, 0.999]);
}
RS
cargo run --quiet > seen 2> log
cat > expected <<'TXT'
$[.1n/,]m | 7.25: $7.2m, 999.9: $999.9m, 1644.5: $1,644.5m
$[.1n/,]m | 7.25: $7.2m, 0: 0, 7.25: 07.2m, 999.9: 0999.9m, 1644.5: 01,644.5m, -12: 0-12.0m
[.1%] | 0.5: 50.0%, 0.9996: 99.9%, 0: 0, 0.0004: 4.0e-2%
[.2/,] | 1234: 1.23 K, 999999: 999.99 K, 0.445: 0.44, 0.999: 0.99
TXT
diff expected seen
