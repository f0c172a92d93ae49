//! A series: what is counted. Only figures of one series may ever be joined by a line.

use super::text::CellText;

/// One row of `series.csv`.
#[derive(Clone, Debug)]
pub struct Series<'t> {
    /// As figures and specs name it.
    pub id: &'t str,
    /// What is counted, in a few words.
    pub title: CellText<'t>,
    /// What the numbers are numbers of: `people`, `£`, `percent`.
    pub unit: CellText<'t>,
    /// How its numbers belong to their periods.
    pub nature: Nature,
    /// What a rate is per; nothing else has one.
    pub per: Option<Per>,
    /// The place that the numbers are about.
    pub geography: CellText<'t>,
    /// Who counts.
    pub counted_by: CellText<'t>,
    /// What is counted and what is not; the first sentence may be a subtitle.
    pub definition: CellText<'t>,
    /// What a reader must know of all its figures.
    pub note: CellText<'t>,
}

/// How a number belongs to its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// A level at a date.
    Stock,
    /// A count over the whole period.
    Flow,
    /// An average per week, month, quarter or year, quoted around the period.
    Rate,
    /// Percent of a whole.
    Share,
    /// Percent from the first to the last unit of the interval as written.
    Change,
    /// Neither count nor percent: never summed or converted.
    Ratio,
}

impl Nature {
    /// In the order in which messages list them.
    pub const ALL: [Nature; 6] =
        [Nature::Stock, Nature::Flow, Nature::Rate, Nature::Share, Nature::Change, Nature::Ratio];

    /// The word in the `nature` column.
    pub fn word(self) -> &'static str {
        match self {
            Nature::Stock => "stock",
            Nature::Flow => "flow",
            Nature::Rate => "rate",
            Nature::Share => "share",
            Nature::Change => "change",
            Nature::Ratio => "ratio",
        }
    }

    /// The nature of a word; `None` for a word that is not allowed.
    pub fn parse(word: &str) -> Option<Nature> {
        Nature::ALL.into_iter().find(|nature| nature.word() == word)
    }

    /// May a number be below zero? Counts, levels and shares may not.
    pub fn may_be_negative(self) -> bool {
        matches!(self, Nature::Change | Nature::Ratio)
    }

    /// Are its numbers percent, and said with the sign?
    pub fn is_percent(self) -> bool {
        matches!(self, Nature::Share | Nature::Change)
    }
}

/// What a rate is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Per {
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// Twelve calendar months.
    Year,
}

impl Per {
    /// In the order in which messages list them.
    pub const ALL: [Per; 4] = [Per::Week, Per::Month, Per::Quarter, Per::Year];

    /// The word in the `per` column.
    pub fn word(self) -> &'static str {
        match self {
            Per::Week => "week",
            Per::Month => "month",
            Per::Quarter => "quarter",
            Per::Year => "year",
        }
    }

    /// The stretch of time of a word; `None` for a word that is not allowed.
    pub fn parse(word: &str) -> Option<Per> {
        Per::ALL.into_iter().find(|per| per.word() == word)
    }
}
