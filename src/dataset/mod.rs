//! Text to data set: the figures, series, sources and events of a project, linked to each other,
//! and the observations that the figures add up to.

pub mod observe;

use crate::figure::{Event, EventKey, Figure, FigureKey, Series, SeriesKey, Source, SourceKey};
pub use observe::{Observation, Voices};

/// The files of a project, as they lie on the disk.
#[derive(Clone, Debug, Default)]
pub struct Files {
    pub figures: Vec<u8>,
    pub series: Vec<u8>,
    pub sources: Vec<u8>,
    /// May be missing.
    pub events: Option<Vec<u8>>,
}

/// Everything that was read, with its links resolved to keys. Texts are borrowed from the files.
#[derive(Debug)]
pub struct Dataset<'t> {
    pub figures: Vec<Figure<'t>>,
    pub series: Vec<Series<'t>>,
    pub sources: Vec<Source<'t>>,
    pub events: Vec<Event<'t>>,
    /// The month in which the financial year starts.
    pub financial_month: u32,
    /// Sorted by series, then by start and end of the period.
    observations: Vec<Observation>,
    /// The claims of every observation, one run each, in order of preference.
    claims: Vec<FigureKey>,
}

impl<'t> Dataset<'t> {
    pub fn figure(&self, key: FigureKey) -> &Figure<'t> {
        &self.figures[key.index()]
    }

    pub fn series(&self, key: SeriesKey) -> &Series<'t> {
        &self.series[key.index()]
    }

    pub fn source(&self, key: SourceKey) -> &Source<'t> {
        &self.sources[key.index()]
    }

    pub fn event(&self, key: EventKey) -> &Event<'t> {
        &self.events[key.index()]
    }
}
