//! The nouns: what a figure, a series, a source and an event are, without a file, a chart or a
//! pixel. Texts are borrowed from the files they were read from.

pub mod agreement;
pub mod bounds;
mod claim;
mod day;
pub mod formula;
mod formula_text;
pub mod frequency;
mod keys;
mod naming;
mod nature;
pub mod nesting;
mod period;
mod period_error;
mod period_text;
pub mod quantity;
mod rank;
pub mod sequence;
mod series;
pub mod series_list;
mod side;
mod sided;
mod source;
mod status;
mod text;
mod unit;
mod unit_form;

use rust_decimal::Decimal;

pub use bounds::Bounds;
pub use claim::{Claim, Derived};
pub use day::{Day, Span};
pub use formula::Formula;
pub use frequency::Frequency;
pub use keys::{EventKey, FigureKey, SeriesKey, SourceKey};
pub use naming::{Naming, YearWord, Years};
pub use nature::{Nature, Tie};
pub use period::Period;
pub use period_error::PeriodError;
pub use period_text::MONTHS;
pub use quantity::{Interval, Qualifier, Quantity};
pub use rank::Rank;
pub use sequence::Sequence;
pub use series::{Per, Series};
pub use side::{Side, Way};
pub use sided::Sided;
pub use source::{Event, Source};
pub use status::{Absence, Status};
pub use text::CellText;
pub use unit::{Grain, Unit};
pub use unit_form::{Currency, UnitForm, UnitScale, UnitSign, money};

/// What one source states for one series and period.
#[derive(Clone, Debug)]
pub struct Figure<'t> {
    /// As it stands in its row; no other figure has it.
    pub id: CellText<'t>,
    /// What it counts.
    pub series: SeriesKey,
    /// When; its days are [`Period::span`].
    pub period: Period,
    /// The number, in the unit of its series, or why there is none.
    pub claim: Claim,
    /// The letters of the UK Analysis Function's shorthand, and `t` for a target.
    pub status: Status,
    /// Who said it, here.
    pub source: SourceKey,
    /// Who said it first, where that is not the first voice of the source.
    pub origin: Option<SourceKey>,
    /// Whether it counts where others say something else.
    pub rank: Rank,
    /// What took the place of a superseded figure, where that is known.
    pub superseded_by: Option<FigureKey>,
    /// The figure that this one only says again, later.
    pub repeats: Option<FigureKey>,
    /// The source's own words.
    pub stated: CellText<'t>,
    /// The source's own words for the period, where its cell says it otherwise.
    pub period_stated: CellText<'t>,
    /// Where in the source it stands: a page, a table.
    pub locator: CellText<'t>,
    /// What a reader must know of it; shown below the chart.
    pub note: CellText<'t>,
}

impl Figure<'_> {
    /// What is stated, or what its formula comes to; none where it says that there is no number.
    pub fn quantity(&self) -> Option<&Quantity> {
        self.claim.quantity()
    }

    /// Is it worked out by us, and so drawn hollow?
    pub fn is_derived(&self) -> bool {
        matches!(self.claim, Claim::Derived(_))
    }

    /// The one number of the figure, if it has one.
    pub fn value(&self) -> Option<Decimal> {
        self.quantity().and_then(Quantity::value)
    }

    /// Its note, without the word `Break:` with which the reason of a break begins.
    pub fn break_reason(&self) -> &str {
        let note = self.note.trim();
        note.strip_prefix("Break:").unwrap_or(note).trim()
    }
}
