//! Figures by what they have in common, so that nobody walks over all of them for one chart.

use std::collections::{HashMap, HashSet};
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
    /// Which series say that they may not be compared with which.
    pub apart: Apart,
    /// By the source that states them or said it first.
    pub of_source: OnceLock<Vec<(SourceKey, FigureKey)>>,
    pub sayers: OnceLock<Arc<Sayers>>,
    /// The stems of the words in the rows of all series.
    pub words: OnceLock<HashSet<String>>,
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

/// Which series may not be compared, as their rows say.
#[derive(Debug, Default)]
pub(super) struct Apart {
    /// Each that says so, with the other.
    pairs: HashSet<(SeriesKey, SeriesKey)>,
    /// Those that say it of all others.
    from_all: HashSet<SeriesKey>,
}

impl Apart {
    fn of(series: &[Series]) -> Apart {
        let mut apart = Apart::default();
        if series.iter().all(|series| series.not_comparable_with.is_empty()) {
            return apart;
        }
        let keys: HashMap<&str, SeriesKey> =
            series.iter().zip((0..).map(SeriesKey)).map(|(one, key)| (one.id, key)).collect();
        for (one, key) in series.iter().zip((0..).map(SeriesKey)) {
            for id in one.apart_from() {
                match keys.get(id) {
                    _ if id == "*" => {
                        apart.from_all.insert(key);
                    }
                    Some(other) => {
                        apart.pairs.insert((key, *other));
                    }
                    None => {}
                }
            }
        }
        apart
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.from_all.is_empty()
    }

    /// Does the row of one say so of the other?
    pub fn says(&self, one: SeriesKey, other: SeriesKey) -> bool {
        one != other && (self.from_all.contains(&one) || self.pairs.contains(&(one, other)))
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
        let apart = Apart::of(series);
        Indexes { superseded, breaks: Breaks(breaks), apart, ..Indexes::default() }
    }
}
