use crate::locale::phrase::phrases;

phrases! {
    /// What is measured, and what is unusual about the scale.
    Subtitle {
        several_places,
        /// What counts are per that are drawn as averages.
        on_average(per),
        log_scale,
        not_from_zero,
        /// In the place of the title of a panel.
        panel(number),
        by_year,
        by_financial_year,
        by_quarter,
        by_month,
        by_day,
        by_half_year,
        by_months(count),
        /// Years that do not start in January, by their last month or last day.
        by_year_ending(date),
        by_two_years,
        by_years(count),
        by_week_ending(weekday),
        by_two_weeks,
        by_four_weeks,
        by_weeks(count),
        per_financial_year,
        per_day,
    }
}
