//! What is known of a format.

use std::fmt;

use crate::locale::phrases::Pages;
use crate::output::bench::Bench;
use crate::problem::Problem;

/// One of the files that a chart can become.
pub struct Format {
    /// What a command and the settings call it; no two have the same.
    pub word: &'static str,
    /// What its files are called behind the stem and a dot; no two have the same.
    pub ending: &'static str,
    /// What the file is, for help.
    pub what: &'static str,
    /// What it is good for, said to whoever is handed a folder of charts.
    pub used_for: Option<fn(&Pages) -> &'static str>,
    /// Is there a file for each look of the chart? Otherwise one is the same for all.
    pub has_looks: bool,
    /// Takes long enough for a person to notice.
    pub is_heavy: bool,
    pub(in crate::output) make: fn(&Bench) -> Result<Vec<u8>, Box<Problem>>,
}

impl Format {
    /// What a file of this format is called; `stem` is the name of the chart or of its twin.
    pub fn file(&self, stem: &str) -> String {
        format!("{stem}.{}", self.ending)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Format) -> bool {
        self.word == other.word
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }
}
