//! How authors write numbers and dates in the texts of a spec, for the judge of what they type.

use crate::figure::UnitSign;

/// The words and signs around numbers that an author types.
#[derive(Clone, Copy, Debug)]
pub struct Orthography {
    /// January first, in full and short.
    pub months: [[&'static str; 12]; 2],
    /// Before the number of a quarter: `Q` in `Q2`.
    pub quarter: char,
    /// Between groups of three digits.
    pub group: char,
    /// Before the fraction.
    pub decimal: char,
    /// What a number is multiplied by by the word after it.
    pub scales: &'static [(&'static str, u64)],
    /// The same in one or two letters, of money only: `£3bn`.
    pub short_scales: &'static [(&'static str, u64)],
    /// What stands behind a number and says what it is; a longer one before what begins it.
    pub signs: &'static [(UnitSign, &'static [&'static str])],
    /// What makes of a number how often something is contained: `times`, `-fold`.
    pub quotients: &'static [&'static str],
}
