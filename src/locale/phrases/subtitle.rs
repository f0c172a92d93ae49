use crate::locale::phrase::phrases;

phrases! {
    /// What is measured, and what is unusual about the scale.
    Subtitle {
        several_places,
        log_scale,
        not_from_zero,
        /// In the place of the title of a panel.
        panel(number),
        by_year,
        by_financial_year,
        by_quarter,
        by_month,
        by_day,
        per_financial_year,
        per_day,
    }
}
