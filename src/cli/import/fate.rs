//! One row of a table, understood, and what becomes of it.

use sourceline::figure::{Figure, FigureKey, Period, Quantity, SeriesKey, SourceKey};
use sourceline::tables::marks::Marked;

/// A number of the table: a row, and one column of numbers of it.
pub struct ImportRow {
    /// Of the grid.
    pub row: usize,
    /// Among the rows that are meant; among the columns of numbers where those are the periods.
    pub period_at: usize,
    pub column: Option<usize>,
    pub series: Option<SeriesKey>,
    pub source: Option<SourceKey>,
    pub fate: Fate,
}

pub enum Fate {
    Add(NewRow),
    /// The same figure is in the project.
    There(FigureKey),
    /// So it is, but for marks that the project has and the table, which has none, has not.
    Unmarked(FigureKey),
    /// Another row of the table, in this line, says the same.
    Again(usize),
    /// The source, or an earlier edition of it, gave another number or other marks before.
    Revised(FigureKey, NewRow),
    Conflict(Box<str>),
    /// The cell says that there is no number.
    Empty,
    /// So it does, and the source gave one before.
    Withdrawn(FigureKey),
    /// `--lengths` asks for periods of another length.
    OtherLength,
    Unread(Box<str>),
}

/// A figure that is not there yet.
pub struct NewRow {
    pub period: Period,
    /// `None` where a mark says that there is no number.
    pub quantity: Option<Quantity>,
    pub more: Option<Box<NewRowMore>>,
}

/// What few rows have.
#[derive(Default)]
pub struct NewRowMore {
    pub marked: Marked,
    pub note: String,
    /// The words of the number, where it has some.
    pub stated: String,
    /// What the table says of the period, where that is not how the files write it.
    pub period_stated: String,
    /// What other sources say.
    pub differs: Vec<String>,
    /// One of them is an earlier edition of the source.
    pub edition: bool,
    /// Figures of earlier editions that are superseded beside the one that is told.
    pub earlier: Vec<FigureKey>,
}

impl NewRow {
    pub fn letters(&self) -> &str {
        self.more.as_ref().map_or("", |more| &more.marked.letters)
    }

    /// The note with what the marks say that have no letter. The note of a break says so first.
    pub fn note(&self) -> String {
        let Some(more) = &self.more else { return String::new() };
        let note = (!more.note.is_empty()).then_some(more.note.as_str());
        let broken =
            more.marked.letters.contains('b') && !more.note.to_lowercase().starts_with("break");
        // `Marked c in the source: Break in series: registration verified.`
        let reason = more.marked.words.iter().find_map(|words| {
            let (_, said) = words.split_once(" in the source: ")?;
            said.to_lowercase().starts_with("break").then_some(said)
        });
        let unsaid = "Break: the source marks one and the table gives no reason.";
        let broken = broken.then(|| reason.unwrap_or(unsaid));
        let marks = more.marked.words.iter().map(String::as_str);
        broken.into_iter().chain(note).chain(marks).collect::<Vec<_>>().join(" ")
    }

    /// Does the figure have this number, or none as this row, whatever marks it has?
    pub fn is_number_of(&self, figure: &Figure) -> bool {
        figure.quantity() == self.quantity.as_ref()
    }

    /// Do both say the same?
    pub fn is_as(&self, other: &NewRow) -> bool {
        self.quantity == other.quantity && self.letters() == other.letters()
    }
}
