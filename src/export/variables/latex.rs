//! A file to `\input`: `\sourceline{caid-images}{latest}` and `\sourcelinesource{…}{…}`. A figure
//! that is not there is an error of the document, not a blank.

use std::fmt::Write as _;

use super::group::Group;
use crate::export::escape::latex;

const HEAD: &str = "% Written by sourceline from the data; do not edit.\n\
    % \\sourceline{SERIES}{PERIOD} says the figure, \\sourcelinesource{SERIES}{PERIOD} who said it;\n\
    % PERIOD may be first or latest, or target-PERIOD for what is aimed at.\n\
    \\makeatletter\n\
    \\newcommand{\\sourceline}[2]{\\sourceline@say{text}{#1}{#2}}\n\
    \\newcommand{\\sourcelinesource}[2]{\\sourceline@say{source}{#1}{#2}}\n\
    \\newcommand{\\sourceline@say}[3]{\\ifcsname sourceline@#1@#2@#3\\endcsname\n  \
    \\csname sourceline@#1@#2@#3\\endcsname\\else\n  \
    \\PackageError{sourceline}{No figure of #2 for #3}{See the data files.}\\fi}\n";

pub fn write(groups: &[Group]) -> String {
    let mut text = String::from(HEAD);
    for group in groups {
        for variable in &group.variables {
            for (part, words) in [("text", &variable.said), ("source", &variable.source)] {
                let _ = writeln!(
                    text,
                    "\\@namedef{{sourceline@{part}@{}@{}}}{{{}}}",
                    group.series,
                    variable.key,
                    latex(words)
                );
            }
        }
    }
    text.push_str("\\makeatother\n");
    text
}
