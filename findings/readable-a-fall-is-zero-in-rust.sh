#!/usr/bin/env bash
# readable 0.16.0 (crates.io), which writes numbers, shares and dates as text.
# Guess: -158 is -158.00 with two decimals, 99.996 is 100.00, 2.5 without decimals 3 or 2.
# Seen: every number of -1 or less is 0.00, and so is every fall in per cent, 0.00%; -0.5 is 0..50. Whole numbers below
# zero (Int) are right. 99.996 with two decimals is 99.00, with three 99.996: where the decimals are rounded up to one
# nothing is carried over. Without decimals they are cut: 2.9% is 2%.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cargo init --quiet --name seen-of 2> /dev/null
cargo add --quiet readable@=0.16.0 --no-default-features --features num 2> /dev/null
cat > src/main.rs <<'RS'
use readable::num::{Float, Int, Percent};
fn main() {
    for number in [1644.5, -158.0, -0.5, 2.9, 99.99, 99.996, 0.999] {
        println!("{number} | {} | two decimals {} | per cent {}, without decimals {}", Float::from(number), Float::from_2(number), Percent::from(number), Percent::new_0(number));
    }
    println!("-158 | {}", Int::from(-158));
}
RS
cargo run --quiet > seen 2> log
cat > expected <<'TXT'
1644.5 | 1,644.500 | two decimals 1,644.50 | per cent 1,644.50%, without decimals 1,644%
-158 | 0.000 | two decimals 0.00 | per cent 0.00%, without decimals 0%
-0.5 | 0..500 | two decimals 0..50 | per cent 0..50%, without decimals 0%
2.9 | 2.900 | two decimals 2.90 | per cent 2.90%, without decimals 2%
99.99 | 99.990 | two decimals 99.99 | per cent 99.99%, without decimals 99%
99.996 | 99.996 | two decimals 99.00 | per cent 99.00%, without decimals 99%
0.999 | 0.999 | two decimals 0.00 | per cent 0.00%, without decimals 0%
-158 | -158
TXT
diff expected seen
