//! What became of figures between two states of the data, as rows in words.

use super::figure_words::{period, value_and_status};
use crate::dataset::Dataset;
use crate::dataset::changes::FigureChange;
use crate::figure::FigureKey;

/// One figure that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// What became of it.
    pub how: FigureChange,
    /// The id of its series.
    pub series: String,
    /// The title of that.
    pub what: String,
    /// What it was a figure of, where that is another.
    pub was_of: Option<String>,
    /// The time that it is of.
    pub period: String,
    /// The time that it was of, where that is another.
    pub was_for: Option<String>,
    /// What it said; empty of one that is new.
    pub was: String,
    /// What it says; empty of one that is gone.
    pub is: String,
    /// Who says so, and when; `None` of what we worked out.
    pub by: Option<String>,
    /// Its id.
    pub id: String,
}

/// A row for each change. What was worked out anew and reads as it did, as it is rounded, has not
/// changed for a reader.
pub fn change_rows(then: &Dataset, now: &Dataset, changes: &[FigureChange]) -> Vec<ChangeRow> {
    let rows = changes.iter().map(|change| row(then, now, *change));
    rows.filter(|row| !(matches!(row.how, FigureChange::WorkedOutAnew(..)) && row.was == row.is))
        .collect()
}

fn row(then: &Dataset, now: &Dataset, how: FigureChange) -> ChangeRow {
    let (old, new) = match how {
        FigureChange::Added(new) => (None, Some(new)),
        FigureChange::Withdrawn(old) => (Some(old), None),
        FigureChange::Revised(old, new)
        | FigureChange::Corrected(old, new)
        | FigureChange::WorkedOutAnew(old, new) => (Some(old), Some(new)),
    };
    let said = |data: &Dataset, key: Option<FigureKey>| {
        key.map_or(String::new(), |key| value_and_status(data, key))
    };
    let (data, key) = match new {
        Some(new) => (now, new),
        None => (then, old.expect("a change is of a figure")),
    };
    let figure = data.figure(key);
    let series = data.series(figure.series);
    // A row may have got another period or series.
    let moved = old.filter(|_| new.is_some());
    let was_for = moved.filter(|old| then.figure(*old).period != figure.period);
    let old_title = moved.map(|old| then.series(then.figure(old).series).title.to_string());
    ChangeRow {
        how,
        series: series.id.to_string(),
        what: series.title.to_string(),
        was_of: old_title.filter(|old| **old != *series.title),
        period: period(data, key),
        was_for: was_for.map(|old| period(then, old)),
        was: said(then, old),
        is: said(now, new),
        by: (!figure.is_derived()).then(|| {
            let source = data.source(figure.source);
            let published = source.published.map(|date| data.language.published(date));
            let said = std::iter::once(source.publisher.to_string()).chain(published);
            said.collect::<Vec<_>>().join(data.language.small.comma())
        }),
        id: figure.id.to_string(),
    }
}
