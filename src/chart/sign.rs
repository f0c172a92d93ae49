//! The shapes that the key explains.

/// What the key says of a shape, or of several that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    pub signs: Vec<Sign>,
    pub meaning: String,
}

/// A shape that the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    Exact,
    /// About, or derived.
    Hollow,
    AtLeast,
    AtMost,
    Range,
    Interval,
    Forecast,
    Provisional,
    Change,
    Break,
    /// On bars.
    HollowBar,
    AtLeastBar,
    AtMostBar,
    IntervalBar,
    ForecastBar,
    /// From the first to the last day of a period.
    Span,
    HollowSpan,
    RangeSpan,
    /// Ranges that follow one another in a line.
    Band,
    /// The stated intervals of estimates that a line joins.
    IntervalBand,
    /// Beside those who claim them, values lie from left to right.
    AtLeastAcross,
    AtMostAcross,
    RangeAcross,
    IntervalAcross,
}
