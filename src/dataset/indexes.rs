//! Figures by what they have in common, so that nobody walks over all of them for one chart.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::sayers::Sayers;
use crate::figure::{Figure, FigureKey, Rank, Series, SeriesKey, SourceKey, Span};

/// Made when the data is linked, or when it is asked for first.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    /// In the order of their series and then of time.
    pub superseded: Vec<(SeriesKey, Span, FigureKey)>,
    /// The figures that say a break lies before their period, drawn or not, by their series.
    pub breaks: Breaks,
    /// Some series says that it may not be compared with another.
    pub sets_apart: bool,
    /// By the source that states them or said it first.
    pub of_source: OnceLock<Vec<(SourceKey, FigureKey)>>,
    pub sayers: OnceLock<Arc<Sayers>>,
    /// What the series of the project count, each once.
    pub units: OnceLock<Arc<Vec<String>>>,
}

/// Figures that tell of a break, by series and then as they were added.
#[derive(Debug, Default)]
pub(super) struct Breaks(Vec<(SeriesKey, FigureKey)>);

impl Breaks {
    pub fn add(&mut self, series: SeriesKey, key: FigureKey) {
        let at = self.0.partition_point(|(other, _)| *other <= series);
        self.0.insert(at, (series, key));
    }

    pub fn of(&self, series: SeriesKey) -> impl Iterator<Item = FigureKey> {
        self.0[run(&self.0, |one| one.0.cmp(&series))].iter().map(|(_, key)| *key)
    }
}

/// Where those stand in a sorted list that are equal to what is looked for.
pub(super) fn run<T>(sorted: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> Range<usize> {
    let from = sorted.partition_point(|one| order(one).is_lt());
    from..from + sorted[from..].partition_point(|one| order(one).is_eq())
}

impl Indexes {
    /// Of rows; what is worked out later adds its breaks, and none of it is superseded.
    pub fn of(figures: &[Figure], series: &[Series]) -> Indexes {
        let (mut superseded, mut breaks) = (Vec::new(), Vec::new());
        for (figure, key) in figures.iter().zip((0..).map(FigureKey)) {
            if figure.status.is_break() {
                breaks.push((figure.series, key));
            }
            if figure.rank == Rank::Superseded {
                superseded.push((figure.series, figure.period.span(), key));
            }
        }
        superseded.sort_unstable();
        breaks.sort_unstable();
        let sets_apart = series.iter().any(|series| !series.not_comparable_with.is_empty());
        Indexes { superseded, breaks: Breaks(breaks), sets_apart, ..Indexes::default() }
    }
}
