//! The day as of which data are read, and what was not known then.

use std::collections::BTreeSet;

use crate::figure::Day;

/// A day, and what was not known then though the files have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsKnown {
    /// The last day that counts.
    pub day: Day,
    /// The ids of the figures that were published later, or follow from such.
    pub figures: BTreeSet<String>,
    /// The ids of the events that came later, or were told of later.
    pub events: BTreeSet<String>,
    /// The ids of figures whose source says no day, neither published nor accessed.
    pub undated: Vec<String>,
}
