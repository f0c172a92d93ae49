//! The nouns: what a figure, a series, a source and an event are, without a file, a chart or a
//! pixel. Texts are borrowed from the files they were read from.

pub mod agreement;
pub mod bounds;
mod day;
pub mod formula;
mod period;
mod period_error;
pub mod quantity;
mod series;
mod side;
mod sided;
mod source;
mod status;
mod text;
mod unit;

use rust_decimal::Decimal;

pub use bounds::Bounds;
pub use day::{Day, Span};
pub use formula::Formula;
pub use period::{Kind, Period};
pub use period_error::PeriodError;
pub use quantity::{Interval, Qualifier, Quantity};
pub use series::{Nature, Per, Series};
pub use side::{Side, Way};
pub use sided::Sided;
pub use source::{Event, Source};
pub use status::{Absence, Status};
pub use text::Text;
pub use unit::{Grain, Unit};

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

keys! {
    /// The place of a figure among the figures of its data set; likewise the others.
    FigureKey
    SeriesKey
    SourceKey
    EventKey
}

/// What one source states for one series and period.
#[derive(Clone, Debug)]
pub struct Figure<'t> {
    pub id: &'t str,
    pub series: SeriesKey,
    pub period: Period,
    pub claim: Claim,
    pub status: Status,
    pub source: SourceKey,
    /// Who said it first, where that is not the first voice of the source.
    pub origin: Option<SourceKey>,
    pub rank: Rank,
    /// The source's own words.
    pub stated: Text<'t>,
    pub locator: Text<'t>,
    pub note: Text<'t>,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    Stated(Quantity),
    /// Worked out by us; what it comes to stands beside it.
    Derived(Box<Derived>),
    /// No number, and the word why.
    Absent(Absence),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    pub formula: Formula,
    /// Unrounded.
    pub quantity: Quantity,
}

impl Claim {
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Claim::Stated(quantity) => Some(quantity),
            Claim::Derived(derived) => Some(&derived.quantity),
            Claim::Absent(_) => None,
        }
    }

    pub fn formula(&self) -> Option<&Formula> {
        match self {
            Claim::Derived(derived) => Some(&derived.formula),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Preferred,
    #[default]
    Unranked,
    /// Wrong, corrected, or a vaguer form of another: kept, never drawn.
    Superseded,
}

impl Rank {
    pub fn word(self) -> &'static str {
        match self {
            Rank::Preferred => "preferred",
            Rank::Unranked => "",
            Rank::Superseded => "superseded",
        }
    }

    pub fn parse(word: &str) -> Option<Rank> {
        [Rank::Preferred, Rank::Unranked, Rank::Superseded]
            .into_iter()
            .find(|rank| rank.word() == word)
    }
}

impl Figure<'_> {
    pub fn quantity(&self) -> Option<&Quantity> {
        self.claim.quantity()
    }

    pub fn is_derived(&self) -> bool {
        matches!(self.claim, Claim::Derived(_))
    }

    /// The one number of the figure, if it has one.
    pub fn value(&self) -> Option<Decimal> {
        self.quantity().and_then(Quantity::value)
    }
}
