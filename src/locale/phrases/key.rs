use crate::locale::phrase::phrases;

phrases! {
    /// What the shapes of a chart mean.
    Key {
        exact,
        about,
        worked_out,
        about_or_worked_out,
        at_least,
        at_most,
        range,
        interval,
        change,
        /// Of a shape as wide as its period.
        span,
        band,
        interval_band,
        series_break,
        /// What a shape means besides being as wide as its period.
        also(meaning, span),
    }
}
