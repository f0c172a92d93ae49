#!/usr/bin/env bash
# two_timer 2.2.5 (crates), English words for periods to a beginning and an end.
# Guess: 2018-04 is April 2018, or refused, as 2018/19 is; 2012 to 2017 ends where 2012 - 2017 does, with 2017; since 2015 begins
# in 2015; 5/6/18 is a day of 2018.
# Seen: 2018-04 is the first four hours of 2018 and 2009-10 the first ten of 2009. A dash and "through" count the last period,
# "to" does not: 2012 to 2017 ends as 2016 does, May to July 2018 as June. Since 2015 begins as 2016 does. 5/6/18 is a day of June
# in the year 5.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "try"
version = "0.1.0"
edition = "2021"
[dependencies]
two_timer = "=2.2.5"
[profile.dev]
debug = false
TOML
cat > src/main.rs <<'RUST'
fn main() {
    for said in ["2018", "May 2018", "2018-04-03", "2018-04", "2009-10", "2018/19", "2012 through 2017", "2012 - 2017", "2012 to 2017",
        "May through July 2018", "May - July 2018", "May to July 2018", "since 2015", "5/6/18"] {
        match two_timer::parse(said, None) {
            Ok((from, to, _)) if said.starts_with("since") => println!("{said} | from {from} | {}", if to > from { "until now" } else { "none" }),
            Ok((from, to, _)) => println!("{said} | from {from} | before {to}"),
            Err(_) => println!("{said} | refused"),
        }
    }
}
RUST
nice -n 10 cargo run --quiet > seen 2> /dev/null
cat > expected <<'TXT'
2018 | from 2018-01-01 00:00:00 | before 2019-01-01 00:00:00
May 2018 | from 2018-05-01 00:00:00 | before 2018-06-01 00:00:00
2018-04-03 | from 2018-04-03 00:00:00 | before 2018-04-04 00:00:00
2018-04 | from 2018-01-01 00:00:00 | before 2018-01-01 04:00:01
2009-10 | from 2009-01-01 00:00:00 | before 2009-01-01 10:00:01
2018/19 | refused
2012 through 2017 | from 2012-01-01 00:00:00 | before 2018-01-01 00:00:00
2012 - 2017 | from 2012-01-01 00:00:00 | before 2018-01-01 00:00:00
2012 to 2017 | from 2012-01-01 00:00:00 | before 2017-01-01 00:00:00
May through July 2018 | from 2018-05-01 00:00:00 | before 2018-08-01 00:00:00
May - July 2018 | from 2018-05-01 00:00:00 | before 2018-08-01 00:00:00
May to July 2018 | from 2018-05-01 00:00:00 | before 2018-07-01 00:00:00
since 2015 | from 2016-01-01 00:00:00 | until now
5/6/18 | from 0005-06-18 00:00:00 | before 0005-06-19 00:00:00
TXT
diff expected seen
