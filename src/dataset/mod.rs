//! Text to data set: the figures, series, sources and events of a project, linked to each other,
//! and the observations that the figures add up to. Nothing here prints or knows a chart.

mod among;
mod as_known;
pub mod as_of;
pub(crate) mod cell_words;
mod cells;
pub mod changes;
mod claim;
mod data_file;
mod derive;
mod derive_series;
pub mod direction;
pub mod edit;
pub(crate) mod encoding;
pub mod excerpt;
mod ids;
mod incomparable;
mod indexes;
mod judge;
mod kin;
mod landmarks;
pub mod layout;
mod link;
pub(crate) mod looked;
mod match_periods;
pub mod mend;
mod mend_series;
mod mended;
pub(crate) mod merge;
mod names;
mod number_hints;
pub mod observe;
pub mod one_row;
mod open;
pub(crate) mod period_hint;
pub(crate) mod places;
mod propose;
mod row;
pub(crate) mod sayers;
pub(crate) mod scan;
mod series_row;
mod sheet;
pub mod shortfall;
mod splice;
mod spot;
mod status_hint;
mod stretch;
mod sums;
pub(crate) mod table;
mod texts;
mod told_once;
pub mod widened;

use crate::figure::formula::split_derived_id;
use crate::figure::{
    Event, EventKey, Figure, FigureKey, Naming, Series, SeriesKey, Source, SourceKey, Years,
};
use crate::locale::Language;
use crate::problem::{Checked, Hold, Place, Problem, Unheld};
pub use as_known::AsKnown;
pub use data_file::DataFile;
use ids::Known;
pub use incomparable::Incomparable;
use indexes::Indexes;
use layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES};
use observe::SeriesObserved;
pub use observe::{Observation, Voices};
pub use propose::{figure_id_of, source_id_of};
use sheet::Sheet;
pub use shortfall::{Lack, Shortfall};
use std::collections::BTreeMap;
pub use sums::Mixed;
use table::{Limits, Table};

/// No file may be longer than this.
pub const MAX_FILE_BYTES: usize = Limits::STATED.file;

/// The files of a project, as they lie on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// `data/figures.csv`.
    pub figures: Vec<u8>,
    /// `data/series.csv`.
    pub series: Vec<u8>,
    /// `data/sources.csv`.
    pub sources: Vec<u8>,
    /// May be missing.
    pub events: Option<Vec<u8>>,
}

impl Files {
    /// The bytes of the file that problems call so, if it is there.
    pub fn text(&self, label: &str) -> Option<&[u8]> {
        match DataFile::labelled(label)? {
            DataFile::Figures => Some(&self.figures),
            DataFile::Series => Some(&self.series),
            DataFile::Sources => Some(&self.sources),
            DataFile::Events => self.events.as_deref(),
        }
    }
}

/// Everything that was read, with its links resolved to keys. Texts are borrowed from the files.
#[derive(Debug)]
pub struct Dataset<'t> {
    /// In the order of their file, as the three others.
    pub figures: Vec<Figure<'t>>,
    /// What is counted.
    pub series: Vec<Series<'t>>,
    /// Who said it.
    pub sources: Vec<Source<'t>>,
    /// What happened; empty without `data/events.csv`.
    pub events: Vec<Event<'t>>,
    /// The years of the project; a series may have its own, see [`Dataset::naming`].
    pub years: Years,
    /// What its charts are told in.
    pub language: &'static Language,
    /// Where they are read as they were known on some day; `None` of what is known now.
    pub as_known: Option<AsKnown>,
    /// One for each series.
    observed: Vec<SeriesObserved>,
    indexes: Indexes,
    /// Of each series that is worked out whole, the periods that have no figure.
    shortfalls: BTreeMap<SeriesKey, Vec<Shortfall>>,
    /// The first voice of every source.
    voices: Vec<Option<SourceKey>>,
    figure_sheet: Sheet<'t>,
    series_sheet: Sheet<'t>,
    source_sheet: Sheet<'t>,
    event_sheet: Option<Sheet<'t>>,
    /// How many rows name each series and each source, or seem to.
    series_uses: Vec<u32>,
    source_uses: Vec<u32>,
}

/// In the order of the files, and from top to bottom.
pub(crate) fn sort(problems: &mut [Problem]) {
    problems.sort_by_key(|problem| {
        let file = DataFile::labelled(&problem.place.file);
        (file, problem.place.line, problem.place.column, problem.rule.name())
    });
}

impl<'t> Dataset<'t> {
    /// Reads and links the files, and gathers what is wrong with them. `financial_month` is the
    /// month in which the financial year starts. At most 2,000,000 rows, 64 KiB a cell and 512 MiB
    /// a file are read.
    pub fn read(files: &'t Files, financial_month: u32) -> Checked<Dataset<'t>> {
        link::read(files, financial_month, Limits::STATED)
    }

    /// The same, and how many problems there are of each rule that are not held.
    pub fn read_holding(
        files: &'t Files,
        financial_month: u32,
        hold: Hold,
    ) -> (Checked<Dataset<'t>>, Unheld) {
        link::read_holding(files, financial_month, Limits::STATED, hold)
    }

    /// The figure of a key of this data.
    pub fn figure(&self, key: FigureKey) -> &Figure<'t> {
        looked::at_a_row();
        &self.figures[key.index()]
    }

    /// The series of a key of this data.
    pub fn series(&self, key: SeriesKey) -> &Series<'t> {
        looked::at_a_row();
        &self.series[key.index()]
    }

    /// When the years of a series start, and what they are.
    pub fn years(&self, key: SeriesKey) -> Years {
        match self.series(key).year_starts {
            Some(month) => self.years.of_series(month),
            None => self.years,
        }
    }

    /// How the periods of a series are called.
    pub fn naming(&self, key: SeriesKey) -> Naming {
        Naming { years: self.years(key), sequence: self.observed[key.index()].sequence }
    }

    /// The source of a key of this data.
    pub fn source(&self, key: SourceKey) -> &Source<'t> {
        looked::at_a_row();
        &self.sources[key.index()]
    }

    /// The event of a key of this data.
    pub fn event(&self, key: EventKey) -> &Event<'t> {
        looked::at_a_row();
        &self.events[key.index()]
    }

    /// Every figure with its key, in the order of the file.
    pub fn figures(&self) -> impl Iterator<Item = (FigureKey, &Figure<'t>)> {
        self.figures.iter().enumerate().map(|(key, figure)| {
            looked::at_a_row();
            (FigureKey(key as u32), figure)
        })
    }

    /// Every series with its key, in the order of the file.
    pub fn all_series(&self) -> impl Iterator<Item = (SeriesKey, &Series<'t>)> {
        self.series.iter().enumerate().map(|(key, series)| {
            looked::at_a_row();
            (SeriesKey(key as u32), series)
        })
    }

    /// The figure with this id.
    pub fn find_figure(&self, id: &str) -> Option<FigureKey> {
        let row = key_of(self.known(DataFile::Figures, id)).map(FigureKey);
        row.or_else(|| self.find_derived(id))
    }

    /// The figure of a series that is worked out whole, as `rate@2019`.
    fn find_derived(&self, id: &str) -> Option<FigureKey> {
        let (series, period) = split_derived_id(id)?;
        let observations = self.observations_of(self.find_series(series)?);
        let at = observations.binary_search_by_key(&period.span(), |one| one.period.span()).ok()?;
        let key = observations[at].preferred;
        (!self.has_row(key) && *self.figure(key).id == *id).then_some(key)
    }

    /// The figures that stand in the file.
    pub fn rows(&self) -> impl Iterator<Item = FigureKey> + use<> {
        (0..self.figure_sheet.ids.starts.len() as u32).map(FigureKey)
    }

    /// Does the figure stand in the file, and not only follow from the formula of its series?
    pub fn has_row(&self, key: FigureKey) -> bool {
        key.index() < self.figure_sheet.ids.starts.len()
    }

    /// The periods for which the formula of a series gives no figure, in time; none for a series
    /// without a formula.
    pub fn shortfalls(&self, series: SeriesKey) -> &[Shortfall] {
        self.shortfalls.get(&series).map_or(&[], Vec::as_slice)
    }

    /// The series with this id.
    pub fn find_series(&self, id: &str) -> Option<SeriesKey> {
        key_of(self.known(DataFile::Series, id)).map(SeriesKey)
    }

    /// The source with this id.
    pub fn find_source(&self, id: &str) -> Option<SourceKey> {
        key_of(self.known(DataFile::Sources, id)).map(SourceKey)
    }

    /// The event with this id.
    pub fn find_event(&self, id: &str) -> Option<EventKey> {
        key_of(self.known(DataFile::Events, id)).map(EventKey)
    }

    /// The ids of the rows that can be used.
    pub fn ids(&self, file: DataFile) -> impl Iterator<Item = &str> {
        let rows = self.sheet(file).map_or(0, |sheet| sheet.ids.starts.len() as u32);
        (0..rows).map(move |key| self.id(file, key))
    }

    /// Is there a row of this id, be it one that cannot be used?
    pub fn knows(&self, file: DataFile, id: &str) -> bool {
        self.known(file, id) != Known::Unknown
    }

    fn known(&self, file: DataFile, id: &str) -> Known {
        let sheet = self.sheet(file);
        sheet.map_or(Known::Unknown, |sheet| sheet.ids.find(id, |key| self.id(file, key)))
    }

    fn id(&self, file: DataFile, key: u32) -> &str {
        let key = key as usize;
        match file {
            DataFile::Figures => &self.figures[key].id,
            DataFile::Series => self.series[key].id,
            DataFile::Sources => self.sources[key].id,
            DataFile::Events => self.events[key].id,
        }
    }

    fn sheet(&self, file: DataFile) -> Option<&Sheet<'t>> {
        match file {
            DataFile::Figures => Some(&self.figure_sheet),
            DataFile::Series => Some(&self.series_sheet),
            DataFile::Sources => Some(&self.source_sheet),
            DataFile::Events => self.event_sheet.as_ref(),
        }
    }

    /// The row as it stands in the file, without its line ending; of a figure that has none the row
    /// of its series.
    pub fn row_text(&self, key: FigureKey) -> &'t str {
        match self.has_row(key) {
            true => self.figure_sheet.text(key.0),
            false => self.series_text(self.figure(key).series),
        }
    }

    /// The row of a series, as it is written.
    pub fn series_text(&self, key: SeriesKey) -> &'t str {
        self.series_sheet.text(key.0)
    }

    /// Where a cell of a figure is, by the name of its column; of one that has no row the formula of
    /// its series.
    pub fn place_of_figure(&self, key: FigureKey, column: &str) -> Place {
        if !self.has_row(key) {
            return self.place_of_series(self.figure(key).series, "formula");
        }
        self.figure_sheet.place(key.0, FIGURES.column(column).unwrap_or_default())
    }

    /// Where the formula of a row names a figure; the whole formula, if it does not.
    pub fn place_in_formula(&self, key: FigureKey, id: &str) -> Place {
        self.figure_sheet.place_of_id(key.0, layout::figures::FORMULA, id)
    }

    /// Where a cell of a series is; the first, if there is no such column.
    pub fn place_of_series(&self, key: SeriesKey, column: &str) -> Place {
        self.series_sheet.place(key.0, SERIES.column(column).unwrap_or_default())
    }

    /// Where a cell of a source is; the first, if there is no such column.
    pub fn place_of_source(&self, key: SourceKey, column: &str) -> Place {
        self.source_sheet.place(key.0, SOURCES.column(column).unwrap_or_default())
    }

    /// Where a cell of an event is; the first, if there is no such column.
    pub fn place_of_event(&self, key: EventKey, column: &str) -> Place {
        let column = EVENTS.column(column).unwrap_or_default();
        self.event_sheet.as_ref().map_or_else(Place::default, |sheet| sheet.place(key.0, column))
    }

    /// One of the files, and where one of its rows starts: a late one.
    fn table(&self, layout: &Layout) -> Option<(&Table<'t>, Option<usize>)> {
        let sheet = self.sheet(layout.file)?;
        Some((&sheet.table, sheet.ids.starts.last().map(|start| *start as usize)))
    }

    /// Does a figure name this series, be it in a row that cannot be used?
    pub fn is_series_used(&self, key: SeriesKey) -> bool {
        self.series_uses[key.index()] > 0 || !self.figure_sheet.table.readable
    }

    /// Does a figure, a source or an event name this source?
    pub fn is_source_used(&self, key: SourceKey) -> bool {
        self.source_uses[key.index()] > 0 || !self.figure_sheet.table.readable
    }
}

fn key_of(known: Known) -> Option<u32> {
    match known {
        Known::Key(key) => Some(key),
        _ => None,
    }
}
