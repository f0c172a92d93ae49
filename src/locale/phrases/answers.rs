use crate::locale::phrase::phrases;

phrases! {
    /// What computed words say.
    Answers {
        times(number),
        /// Which way it went, and how far.
        up(number),
        down(number),
        /// A number with what it must not be said without, such as that it is a forecast.
        with_status(number, status),
        /// Words of a source.
        quoted(words),
        /// What is aimed at.
        target_of(number),
        /// How a rate was converted.
        multiplied(number),
        divided(number),
        days_to_a_month(days),
        days_to_a_quarter(days),
        days_to_a_year(days),
        /// How counts became averages.
        over_months,
        over_quarters,
        over_years,
        over_days(days),
        /// A number per a stretch of time.
        average(number, per),
    }
}
