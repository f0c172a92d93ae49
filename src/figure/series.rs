//! A series: what is counted. Only figures of one series may ever be joined by a line.

use super::Text;

#[derive(Clone, Debug)]
pub struct Series<'t> {
    pub id: &'t str,
    pub title: Text<'t>,
    pub unit: Text<'t>,
    pub nature: Nature,
    /// What a rate is per; nothing else has one.
    pub per: Option<Per>,
    pub geography: Text<'t>,
    pub counted_by: Text<'t>,
    pub definition: Text<'t>,
    pub note: Text<'t>,
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
    pub const ALL: [Nature; 6] =
        [Nature::Stock, Nature::Flow, Nature::Rate, Nature::Share, Nature::Change, Nature::Ratio];

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

    pub fn parse(word: &str) -> Option<Nature> {
        Nature::ALL.into_iter().find(|nature| nature.word() == word)
    }

    pub fn may_be_negative(self) -> bool {
        matches!(self, Nature::Change | Nature::Ratio)
    }

    pub fn is_percent(self) -> bool {
        matches!(self, Nature::Share | Nature::Change)
    }
}

/// What a rate is per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Per {
    Week,
    Month,
    Quarter,
    Year,
}

impl Per {
    pub const ALL: [Per; 4] = [Per::Week, Per::Month, Per::Quarter, Per::Year];

    pub fn word(self) -> &'static str {
        match self {
            Per::Week => "week",
            Per::Month => "month",
            Per::Quarter => "quarter",
            Per::Year => "year",
        }
    }

    pub fn parse(word: &str) -> Option<Per> {
        Per::ALL.into_iter().find(|per| per.word() == word)
    }
}
