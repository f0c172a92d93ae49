//! What one source states, as a row of a panel of claims.

use super::hue::Hue;
use crate::figure::Quantity;
use crate::locale::Language;

/// What one source states.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRow {
    /// The id of the figure.
    pub figure: String,
    /// `None` where the source has no number.
    pub quantity: Option<Quantity>,
    /// Worked out by us.
    pub derived: bool,
    /// It tells of days to come.
    pub forecast: bool,
    /// How it stands to the preferred one.
    pub standing: Standing,
    /// That of its series, or grey where others are emphasised.
    pub hue: Hue,
    /// What the chart is about: in bold.
    pub strong: bool,
    /// `BBC News, 30 June 2021`.
    pub who: String,
    /// The number of the source, as in `[1]`; empty if the chart has only one.
    pub cite: String,
    /// `differs, relaying NCA`.
    pub remark: String,
    /// `about 80,000`, or the word why there is no number.
    pub said: String,
}

impl ClaimRow {
    /// Who states it, with the number of the source: `BBC News, 30 June 2021 [1]`. The two stay
    /// together.
    pub fn who_cited(&self) -> String {
        let hold = if self.who.is_empty() || self.cite.is_empty() { "" } else { "\u{a0}" };
        format!("{}{hold}{}", self.who, self.cite)
    }
}

/// How a claim stands to the preferred one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The one that is drawn where only one is.
    Preferred,
    /// It says the same as the preferred one, or what may be true beside it.
    Agrees,
    /// It does not agree with the preferred one.
    Differs,
    /// Withdrawn, or replaced by a later figure.
    Superseded,
    /// It has no number.
    Silent,
}

impl Standing {
    /// As data says it, in every language.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Preferred => "preferred",
            Standing::Agrees => "agrees",
            Standing::Differs => "differs",
            Standing::Superseded => "superseded",
            Standing::Silent => "",
        }
    }

    /// As a reader is told it.
    pub fn said(self, language: &Language) -> &'static str {
        let table = &language.table;
        match self {
            Standing::Preferred => table.preferred(),
            Standing::Agrees => table.agrees(),
            Standing::Differs => table.differs(),
            Standing::Superseded => table.superseded(),
            Standing::Silent => "",
        }
    }
}
