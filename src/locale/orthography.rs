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
    /// Words that say that one number is more or less than another, or how often.
    pub moves: &'static [&'static str],
    /// Before the first and the second of two numbers that something moved between.
    pub from_to: (&'static str, &'static str),
    /// Two words that only say how sure the number after them is: `more than 900`.
    pub bounds: &'static [(&'static str, &'static str)],
    /// Words that set one number beside another without saying which is more; the second few do so
    /// only before a number.
    pub beside: (&'static [&'static str], &'static [&'static str]),
    /// Words with which a sentence says that what it names may not be compared.
    pub tells_a_break: &'static [&'static str],
}
