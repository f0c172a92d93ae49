//! `_variables.yml` for Quarto: `{{< var caid-images.latest.text >}}`.

use std::fmt::Write as _;

use super::group::Group;

pub fn write(groups: &[Group]) -> String {
    let mut text = String::from(
        "# Written by sourceline from the data; do not edit.\n\
         # {{< var SERIES.PERIOD.text >}} and {{< var SERIES.PERIOD.source >}}; PERIOD may be\n\
         # first or latest, or target-PERIOD for what is aimed at.\n",
    );
    for group in groups {
        let _ = writeln!(text, "{}:", quoted(group.series));
        for variable in &group.variables {
            let _ = writeln!(text, "  {}:", quoted(&variable.key));
            let _ = writeln!(text, "    text: {}", quoted(&variable.said));
            let _ = writeln!(text, "    source: {}", quoted(&variable.source));
            if !variable.url.is_empty() {
                let _ = writeln!(text, "    url: {}", quoted(&variable.url));
            }
        }
    }
    text
}

/// A double-quoted string of YAML, which JSON's is.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
