//! Why a chart cannot be drawn. These are faults of the chart as resolved, not of the picture.

use std::fmt;

use super::text;

/// Why a chart cannot be drawn; lengths are pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// A point, an event or a gap lies outside the period or the values the panel shows.
    Outside {
        /// Which.
        what: String,
    },
    /// Zero or less on a log scale.
    NotPositive {
        /// Its id.
        figure: String,
    },
    /// The panel ends before it starts.
    Reversed,
    /// Bars on a scale without zero.
    BarsNotFromZero,
    /// A number that is not one.
    NotANumber {
        /// Whose it is.
        what: String,
    },
    /// The chart would have to be taller than anything could show.
    TooTall {
        /// Its height.
        needed: f64,
        /// The most that is drawn.
        allowed: f64,
        /// What makes it so tall.
        what: Crowded,
    },
    /// The height is given, and something has no room in it.
    TooLow {
        /// As it is given.
        height: f64,
        /// The least that would do.
        needed: f64,
        /// What has no room.
        what: Crowded,
    },
}

/// What has no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crowded {
    /// All of it.
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
