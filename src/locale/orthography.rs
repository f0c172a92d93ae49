//! How authors write numbers and dates in the texts of a spec, for the judge of what they type.

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
    /// After a number that is a percentage.
    pub percents: &'static [&'static str],
    /// What makes of a number how often something is contained: `times`, `-fold`.
    pub quotients: &'static [&'static str],
}
