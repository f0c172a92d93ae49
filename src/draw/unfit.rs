//! Why a chart cannot be drawn. These are faults of the chart as resolved, not of the picture.

use std::fmt;

use super::text;

#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// A point, an event or a gap lies outside the period or the values the panel shows.
    Outside { what: String },
    /// Zero or less on a log scale.
    NotPositive { figure: String },
    /// The panel ends before it starts.
    Reversed,
    /// Bars on a scale without zero.
    BarsNotFromZero,
    /// A number that is not one.
    NotANumber { what: String },
    /// The chart would have to be taller than anything could show.
    TooTall { needed: f64, allowed: f64, what: Crowded },
    /// The height is given, and something has no room in it.
    TooLow { height: f64, needed: f64, what: Crowded },
}

/// What has no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crowded {
    Chart,
    /// Between title and sources.
    Plot,
    /// The label that says this.
    Label(String),
}

/// No more of a label is told, in characters.
const TOLD: usize = 60;

impl fmt::Display for Crowded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Crowded::Chart => f.write_str("the chart"),
            Crowded::Plot => f.write_str("the plot between title and sources"),
            Crowded::Label(words) => {
                let start = text::start(words, TOLD);
                let more = if start.len() < words.len() { "…" } else { "" };
                write!(f, "the label `{start}{more}`")
            }
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unfit::Outside { what } => write!(f, "`{what}` lies outside what the panel shows"),
            Unfit::NotPositive { figure } => {
                write!(f, "`{figure}` is zero or less, which a log scale cannot show")
            }
            Unfit::Reversed => f.write_str("the panel ends before it starts"),
            Unfit::BarsNotFromZero => f.write_str("bars need a scale that starts at zero"),
            Unfit::NotANumber { what } => write!(f, "the place of `{what}` is not a number"),
            Unfit::TooLow { height, needed, what } => {
                write!(f, "{what} has no room in a height of {height:.0}; it needs {needed:.0}")
            }
            Unfit::TooTall { needed, allowed, what } => write!(
                f,
                "{what} would need a height of {needed:.0}, and no more than {allowed:.0} is allowed"
            ),
        }
    }
}

impl std::error::Error for Unfit {}
