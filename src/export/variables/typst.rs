//! A module to `#import`: `#figures.at("caid-images").at("latest").text`.

use std::fmt::Write as _;

use super::group::Group;
use crate::export::escape::typst;

pub fn write(groups: &[Group]) -> String {
    let mut text = String::from(
        "// Written by sourceline from the data; do not edit.\n\
         // #import \"figures.typ\": *\n\
         // #say(\"SERIES\", \"PERIOD\") and #source(\"SERIES\", \"PERIOD\"); PERIOD may be \"first\", \
         \"latest\" or \"target-PERIOD\", for what is aimed at.\n\
         #let figures = (:\n",
    );
    // An empty dictionary is written `(:)`, any other without the colon.
    if !groups.is_empty() {
        text.truncate(text.len() - 2);
        text.push('\n');
    }
    for group in groups {
        let _ = writeln!(text, "  {}: (", typst(group.series));
        for variable in &group.variables {
            let value = variable.value.map(|value| value.normalize().to_string());
            let value =
                value.map_or("none".to_string(), |value| format!("decimal({})", typst(&value)));
            let _ = writeln!(
                text,
                "    {}: (text: {}, value: {value}, source: {}, url: {}, disputed: {}),",
                typst(&variable.key),
                typst(&variable.said),
                typst(&variable.source),
                typst(&variable.url),
                variable.disputed
            );
        }
        text.push_str("  ),\n");
    }
    text.push_str(
        ")\n#let say(series, period) = figures.at(series).at(period).text\n\
         #let source(series, period) = {\n  let one = figures.at(series).at(period)\n  \
         if one.url == \"\" { one.source } else { link(one.url, one.source) }\n}\n",
    );
    text
}
