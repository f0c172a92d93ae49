use crate::locale::phrase::phrases;

phrases! {
    /// What the shapes of a chart mean.
    Key {
        exact,
        worked_out,
        range,
        interval,
        change,
        /// Of a shape as wide as its period.
        span,
        band,
        interval_band,
        series_break,
        /// Of a figure beside which others of its period stand, and of those.
        disputed,
        rival,
        rival_range,
        /// The tail of a mark, where its label does not say it.
        repeated,
        /// What a shape means besides being as wide as its period.
        also(meaning, span),
        /// Between several meanings of one shape.
        or,
    }
}
