//! Why a series that is worked out has no figure for a period.

use crate::figure::{FigureKey, Period, SeriesKey};

/// A period for which the formula of a series gives no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// As the figures of the inputs write it.
    pub period: Period,
    /// Why.
    pub lack: Lack,
}

/// Why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A series has no figure for the period.
    Missing(SeriesKey),
    /// Its figure says that there is no number.
    Silent(FigureKey),
    /// Its figure is a range, which is no one number.
    Range(FigureKey),
    /// A level is given for several dates inside the period.
    Several(SeriesKey),
    /// A divisor is zero.
    Zero,
    /// The bounds of the inputs pull in different directions.
    Opposed,
    /// More digits than are kept.
    TooLong,
    /// A break in a series lies between the period and the one that is 100.
    Break(SeriesKey),
}

impl Lack {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Lack::Missing(_) => "add one; a level may be of one day inside the period of a count",
            Lack::Silent(_) => "add a figure that has one",
            Lack::Range(_) => {
                "rank a figure that has a value `preferred`, or leave it at that: charts say so"
            }
            Lack::Several(_) => {
                "give the level that is meant a series of its own, and name that in the formula"
            }
            Lack::Zero => "leave it at that, as charts say so, or divide by another series",
            Lack::Opposed => {
                "leave it at that, as charts say so, or add figures that are exact or about"
            }
            Lack::TooLong => "work with smaller numbers, as in thousands or millions",
            Lack::Break(_) => {
                "take as 100 a period on the same side of the break, or leave it at that"
            }
        }
    }

    /// Is it only that a figure is not there yet?
    pub fn is_absence(&self) -> bool {
        matches!(self, Lack::Missing(_) | Lack::Silent(_))
    }
}
