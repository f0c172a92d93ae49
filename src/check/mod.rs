//! What must hold of a data set: one file a rule, whose comment is its page of the manual. A rule
//! sees the whole data set and nothing else; it reads no file and knows no chart.

use crate::dataset::{Dataset, Files};
use crate::problem::{Checked, Problem};

type Rule = fn(&Dataset) -> Vec<Problem>;

const RULES: [Rule; 0] = [];

/// Reads the files and puts every rule to them. The problems are in the order of the files.
pub fn check(files: &Files, financial_month: u32) -> Checked<Dataset<'_>> {
    let mut checked = Dataset::read(files, financial_month);
    for rule in RULES {
        checked.problems.extend(rule(&checked.value));
    }
    crate::dataset::sort(&mut checked.problems);
    checked
}
