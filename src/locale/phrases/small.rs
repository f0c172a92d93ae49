use crate::figure::Side;
use crate::locale::phrase::phrases;

phrases! {
    /// The small words: qualifiers, lists, scales, places.
    Small {
        about(number),
        at_least(number),
        at_most(number),
        nearly(number),
        just_over(number),
        more_than(number),
        less_than(number),
        /// Both ends of a range.
        range(low, high),
        /// An estimate with the interval its source states.
        interval(value, low, high),
        percent(number),
        million(number),
        billion(number),
        trillion(number),
        /// Between the items of a list.
        comma,
        /// Before what is said beside a name.
        apart,
        /// Before the last item of a list: `a, b and c`.
        and(most, last),
        or(most, last),
        per_week,
        per_month,
        per_quarter,
        per_year,
        /// The place of what is counted in the whole world.
        worldwide,
    }
}

impl Small {
    /// A number with what is said of it.
    pub fn side(&self, side: Side, number: String) -> String {
        match side {
            Side::Exact => number,
            Side::About => self.about(number),
            Side::AtLeast => self.at_least(number),
            Side::AtMost => self.at_most(number),
            Side::Nearly => self.nearly(number),
            Side::JustOver => self.just_over(number),
            Side::MoreThan => self.more_than(number),
            Side::LessThan => self.less_than(number),
        }
    }
}
