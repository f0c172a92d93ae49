//! One date as written: `2017`, `2017-Q2`, `2017-06`, `2017-06-30`, `~` for approximate.

use std::fmt;

use super::day::{Day, Span};

/// How precisely one date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
}

/// One date as written: a year, a quarter, a month or a day, perhaps approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    pub(super) start: Day,
    /// At most those of a year; half the size of a last day, and a million figures have two.
    days: u16,
    pub(super) grain: Grain,
    pub(super) approximate: bool,
}

impl Unit {
    /// A calendar year, 1 to 9999; `None` for another.
    pub fn year(year: i32) -> Option<Unit> {
        Unit::months(year, 1, 12, Grain::Year)
    }

    /// A quarter, 1 to 4, of a year; `None` where there is none.
    pub fn quarter(year: i32, quarter: u32) -> Option<Unit> {
        (1..=4)
            .contains(&quarter)
            .then(|| Unit::months(year, quarter * 3 - 2, 3, Grain::Quarter))?
    }

    /// A month, 1 to 12, of a year; `None` where there is none.
    pub fn month(year: i32, month: u32) -> Option<Unit> {
        Unit::months(year, month, 1, Grain::Month)
    }

    /// A day; `None` where the calendar has none.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Unit> {
        let day = year_is_allowed(year).then(|| Day::new(year, month, day))??;
        Some(Unit { start: day, days: 1, grain: Grain::Day, approximate: false })
    }

    fn months(year: i32, first: u32, count: u32, grain: Grain) -> Option<Unit> {
        let start = year_is_allowed(year).then(|| Day::new(year, first, 1))??;
        let last = first + count - 1;
        let (after_year, after_month) = if last == 12 { (year + 1, 1) } else { (year, last + 1) };
        let after = Day::new(after_year, after_month, 1)?;
        let days = u16::try_from(after.0 - start.0).ok()?;
        Some(Unit { start, days, grain, approximate: false })
    }

    /// The same, marked with `~`.
    pub fn approximately(self) -> Unit {
        Unit { approximate: true, ..self }
    }

    /// Its days, the first and the last counted in.
    pub fn span(self) -> Span {
        Span { start: self.start, end: Day(self.start.0 + i32::from(self.days) - 1) }
    }

    /// How precisely it is written.
    pub fn grain(self) -> Grain {
        self.grain
    }

    /// Is it marked with `~`?
    pub fn is_approximate(self) -> bool {
        self.approximate
    }
}

fn year_is_allowed(year: i32) -> bool {
    (1..=9999).contains(&year)
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.start;
        match self.grain {
            Grain::Year => write!(f, "{:04}", start.year())?,
            Grain::Quarter => write!(f, "{:04}-Q{}", start.year(), start.month().div_ceil(3))?,
            Grain::Month => write!(f, "{:04}-{:02}", start.year(), start.month())?,
            Grain::Day => write!(f, "{start}")?,
        }
        f.write_str(if self.approximate { "~" } else { "" })
    }
}
