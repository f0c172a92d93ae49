use crate::locale::phrase::phrases;

phrases! {
    /// What the letters of a status mean, and why a figure has no number.
    Statuses {
        series_break,
        estimate,
        forecast,
        provisional,
        revised,
        target,
        low_reliability,
        /// Of one period, other figures are known.
        disputed,
        confidential,
        not_available,
        not_applicable,
    }
}
