//! A day, and the days from one to another.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A day, counted; differences are numbers of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub(super) i32);

impl Day {
    /// `None` where the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from)
    }

    /// The number of the day, counted from the first of January of the year 1.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day of a number as [`Day::number`] gives it; `None` beyond the calendar.
    pub fn from_number(number: i32) -> Option<Day> {
        (FIRST..=LAST).contains(&number).then_some(Day(number))
    }

    /// As the calendar of `chrono` has it.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).expect("a Day is only made from a date")
    }

    /// In the Gregorian calendar, also before it was in use.
    pub fn year(self) -> i32 {
        self.in_calendar().0
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.in_calendar().1
    }

    /// 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.in_calendar().2
    }

    /// Its year, month and day of the month. A chart asks for them thousands of times, and counting
    /// from a first of March, after which leap days come last, takes a quarter of what `chrono` takes.
    pub(super) fn in_calendar(self) -> (i32, u32, u32) {
        let days = self.0 + BEFORE_THE_YEAR_1;
        let (cycle, day) = (days.div_euclid(CYCLE), days.rem_euclid(CYCLE) as u32);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        // 153 days are any five months that start in March or August.
        let month = (5 * day + 2) / 153;
        let of_month = day - (153 * month + 2) / 5 + 1;
        let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        (400 * cycle + year as i32 + later, month, of_month)
    }

    /// The day after; the last day there is stays itself.
    pub fn next(self) -> Day {
        Day((self.0 + 1).min(LAST))
    }
}

/// The numbers of the first and the last day of the calendar.
const FIRST: i32 = -95_746_129;
const LAST: i32 = 95_745_399;
/// From the first of March of the year 0 to the last day of it.
const BEFORE_THE_YEAR_1: i32 = 305;
/// The days of 400 years, after which leap years come again.
const CYCLE: i32 = 146_097;

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.in_calendar();
        if !(0..=9_999).contains(&year) {
            return write!(f, "{year:04}-{month:02}-{day:02}");
        }
        // Every row of a large file may be written so: it takes a tenth of the time.
        let mut text = *b"0000-00-00";
        let parts = [(0..4, year.unsigned_abs()), (5..7, month), (8..10, day)];
        for (places, mut number) in parts {
            for at in places.rev() {
                text[at] = b'0' + (number % 10) as u8;
                number /= 10;
            }
        }
        f.write_str(str::from_utf8(&text).expect("digits and hyphens are text"))
    }
}

/// From the first day to the last, both counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub start: Day,
    /// The last day; never before the first.
    pub end: Day,
}

impl Span {
    /// How many days, at least 1.
    pub fn days(self) -> i32 {
        self.end.0 - self.start.0 + 1
    }

    /// Half way between the first moment of the first day and the last of the last.
    pub fn middle(self) -> f64 {
        (f64::from(self.start.0) + f64::from(self.end.0) + 1.0) / 2.0
    }

    /// Is there a day in both?
    pub fn overlaps(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Are all days of the other in it?
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whole months from the first of one to the last of another, and how many.
    pub fn whole_months(self) -> Option<u32> {
        let after = self.end.next();
        let (months, start, end) = months_between(self.start, after);
        let whole = start == 1 && end == 1 && after != self.end;
        (whole && months > 0).then_some(months as u32)
    }
}

/// From the month of one day to that of another, and the days of the month that they are.
pub(super) fn months_between(start: Day, after: Day) -> (i32, u32, u32) {
    let (first, last) = (start.in_calendar(), after.in_calendar());
    ((last.0 - first.0) * 12 + last.1 as i32 - first.1 as i32, first.2, last.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_as_chrono_has_it(number: i32) {
        let date = NaiveDate::from_num_days_from_ce_opt(number).expect("it is in the calendar");
        let day = Day::from(date);
        let parts = (day.year(), day.month(), day.day_of_month());
        assert_eq!((day.number(), parts), (number, (date.year(), date.month(), date.day())));
        assert_eq!(day.date(), date);
    }

    #[test]
    fn the_calendar_is_that_of_chrono_to_its_ends() {
        assert_eq!(FIRST, NaiveDate::MIN.num_days_from_ce());
        assert_eq!(LAST, NaiveDate::MAX.num_days_from_ce());
        let ends = [FIRST - 1, FIRST, LAST, LAST + 1, i32::MIN, i32::MAX];
        let known = ends.map(|number| Day::from_number(number).is_some());
        assert_eq!(known, [false, true, true, false, false, false]);
        assert_eq!(Day(LAST).next(), Day(LAST));
        for start in [FIRST, -CYCLE, 0, 3 * CYCLE / 2, 5 * CYCLE, LAST - 800] {
            (start..=start + 800).for_each(is_as_chrono_has_it);
        }
    }

    proptest! {
        #[test]
        fn every_day_is_the_one_that_chrono_has(number in FIRST..=LAST) {
            is_as_chrono_has_it(number);
        }
    }
}
