use crate::locale::phrase::phrases;

phrases! {
    /// Dates and periods; the names of months stand beside them.
    Dates {
        day(day, month, year),
        day_and_month(day, month),
        month(month, year),
        quarter(number, year),
        /// Of a year that has been said.
        quarter_alone(number),
        financial_year(start, end),
        /// From one date to another.
        from_to(from, to),
        /// Twelve months by their last month, or their last day.
        year_ending(date),
        week_ending(date),
        /// Twelve months by their end, as an axis has room for it.
        to(date),
        /// A length of time; the number in words.
        days(number, count),
        weeks(number, count),
        months(number, count),
        years(number, count),
        /// A window of such a length by its last month or day.
        length_to(length, date),
        /// Two calendar years together.
        two_years(one, next),
        /// Days of one month.
        days_of_month(from, to, month, year),
        /// Months of one year.
        months_of_year(from, to, year),
    }
}
