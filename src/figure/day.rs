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
        NaiveDate::from_num_days_from_ce_opt(number).map(Day::from)
    }

    /// As the calendar of `chrono` has it.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).expect("a Day is only made from a date")
    }

    /// In the Gregorian calendar, also before it was in use.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.date().month()
    }

    /// 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.date().day()
    }

    /// The day after; the last day there is stays itself.
    pub fn next(self) -> Day {
        Day::from_number(self.0 + 1).unwrap_or(self)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        let (year, month, day) = (date.year(), date.month(), date.day());
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
        let (start, after) = (self.start.date(), self.end.next().date());
        let whole = start.day() == 1 && after.day() == 1 && self.end.next() != self.end;
        let months =
            (after.year() - start.year()) * 12 + after.month() as i32 - start.month() as i32;
        (whole && months > 0).then_some(months as u32)
    }
}
