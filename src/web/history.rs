//! What changed when, from states of the data that others have read.

use crate::dataset::Dataset;
use crate::dataset::changes::figure_changes;
use crate::export::{ChangeRow, change_rows};
use crate::figure::Unit;

/// The state of the data that the pages show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownState {
    /// The revision, in a few letters.
    pub revision: String,
    /// When that was made.
    pub day: Unit,
    /// Is it what the pages show? Otherwise there are changes since that are in no revision.
    pub whole: bool,
}

/// What became of a spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecChange {
    /// It was not there before.
    First,
    /// Its words are others.
    Other,
}

/// What changed on one day.
#[derive(Clone, Debug)]
pub struct HistoryStep {
    /// No two have the same.
    pub day: Unit,
    /// The figures that changed.
    pub rows: Vec<ChangeRow>,
    /// The names of the specs that changed.
    pub specs: Vec<(String, SpecChange)>,
}

impl HistoryStep {
    /// What changed between two states of the data.
    pub fn rows_between(then: &Dataset, now: &Dataset) -> Vec<ChangeRow> {
        change_rows(then, now, &figure_changes(then, now))
    }

    /// Does nothing of it show?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.specs.is_empty()
    }
}

/// All that is told of what was.
#[derive(Clone, Debug, Default)]
pub struct SiteHistory {
    /// Nothing where nobody keeps revisions.
    pub shown: Option<ShownState>,
    /// The last first.
    pub steps: Vec<HistoryStep>,
    /// Was there more before the first of them?
    pub begins_later: bool,
}
