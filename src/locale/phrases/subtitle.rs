use crate::locale::phrase::phrases;

phrases! {
    /// What is measured, and what is unusual about the scale.
    Subtitle {
        several_places,
        /// What counts are per that are drawn as averages.
        on_average(per),
        log_scale,
        not_from_zero,
        /// Panels of one unit have axes of their own.
        scales_differ,
        /// Drawn from what had been published by a day.
        known_on(date),
        /// In the place of the title of a panel.
        panel(number),
        by_year,
        by_financial_year,
        by_academic_year,
        by_quarter,
        by_month,
        by_day,
        by_half_year,
        by_length(length),
        /// Years that do not start in January, by their last month or last day.
        by_year_ending(date),
        by_week_ending(weekday),
        per_financial_year,
        per_academic_year,
        per_day,
        /// Windows of one length that overlap by a step of one year, quarter, month, week or day.
        windows(length, step),
        /// The same, where the step has a length in words.
        windows_every(length, step),
        years,
        weeks,
        year,
        half_year,
        quarter,
        month,
        week,
        day,
        /// Totals that run on from one day.
        since(date),
    }
}
