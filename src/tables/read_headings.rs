//! What all headings of a table say, read once: each column is held against the others many times.

use std::collections::HashMap;

use super::period_heading::{ParsedHeading, period_headings};

/// The headings of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadHeadings {
    /// The places of those that are periods, in order.
    pub periods: Vec<usize>,
    /// What each says besides its period, if it has one.
    pub rests: Vec<String>,
    /// How many say the same besides.
    alike: HashMap<String, usize>,
    /// The places of each name, in order.
    places: HashMap<String, Vec<usize>>,
}

impl ReadHeadings {
    /// Of the names of the columns.
    pub fn of(columns: &[String]) -> ReadHeadings {
        let mut read =
            ReadHeadings { periods: period_headings(columns), ..ReadHeadings::default() };
        for (at, name) in columns.iter().enumerate() {
            let rest = ParsedHeading::of(name).rest.into_owned();
            *read.alike.entry(rest.clone()).or_default() += 1;
            read.rests.push(rest);
            read.places.entry(name.clone()).or_default().push(at);
        }
        read
    }

    /// Does another column say the same besides its period?
    pub fn shares(&self, column: usize) -> bool {
        self.alike[&self.rests[column]] > 1
    }

    /// The places of the columns of a name.
    pub fn places(&self, name: &str) -> &[usize] {
        self.places.get(name).map_or(&[], Vec::as_slice)
    }
}
