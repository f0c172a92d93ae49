#!/usr/bin/env bash
# toml_edit 0.25.18 (crates.io), which changes TOML and keeps its remarks.
# Guess: taking the figure of 2019 out of a list of figures, a line each with a remark, takes its line out; a key put into an inline
# table stands behind the others as a person would write it.
# Seen: the line goes, but its remark stays and takes the place of the one on the line above, so that the figure of 2018 is said to be
# "closed for May". Of an inline table the blank before the brace becomes one before the comma.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cargo init --quiet --name seen-of 2> /dev/null
cargo add --quiet toml_edit@=0.25.18 2> /dev/null
cat > src/main.rs <<'RS'
use toml_edit::{DocumentMut, value};
fn main() {
    let list = "emphasis = [\n  \"loans-2018\", # before the move\n  \"loans-2019\", # closed for May\n  \"loans-2020\",\n]\n";
    let mut one: DocumentMut = list.parse().unwrap();
    one["emphasis"].as_array_mut().unwrap().retain(|figure| figure.as_str() != Some("loans-2019"));
    print!("{one}");
    let mut two: DocumentMut = "panel = { series = [\"loans\"] }\n".parse().unwrap();
    two["panel"]["from"] = value("2018");
    print!("{two}");
}
RS
cargo run --quiet > seen 2> log || { cat log; exit 1; }
cat > expected <<'TXT'
emphasis = [
  "loans-2018", # closed for May
  "loans-2020",
]
panel = { series = ["loans"] , from = "2018" }
TXT
diff expected seen
