//! One date as written: `2017`, `2017-Q2`, `2017-06`, `2017-06-30`, `~` for approximate.

use std::fmt;

use super::day::{Day, Span};
use super::period_error::{PeriodError, digits};

/// How precisely one date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    Day,
    Month,
    Quarter,
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
    pub fn year(year: i32) -> Option<Unit> {
        Unit::months(year, 1, 12, Grain::Year)
    }

    pub fn quarter(year: i32, quarter: u32) -> Option<Unit> {
        (1..=4)
            .contains(&quarter)
            .then(|| Unit::months(year, quarter * 3 - 2, 3, Grain::Quarter))?
    }

    pub fn month(year: i32, month: u32) -> Option<Unit> {
        Unit::months(year, month, 1, Grain::Month)
    }

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

    pub fn approximately(self) -> Unit {
        Unit { approximate: true, ..self }
    }

    pub fn span(self) -> Span {
        Span { start: self.start, end: Day(self.start.0 + i32::from(self.days) - 1) }
    }

    pub fn grain(self) -> Grain {
        self.grain
    }

    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// A date where `2009-10` simply means October 2009: interval ends, publication, events.
    pub fn parse(text: &str) -> Result<Unit, PeriodError> {
        parse_unit(text, text)
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

pub(super) fn parse_unit(text: &str, whole: &str) -> Result<Unit, PeriodError> {
    let (plain, approximate) = match text.strip_suffix('~') {
        Some(plain) => (plain, true),
        None => (text, false),
    };
    let unit = parse_plain(plain).map_err(|error| match error {
        PeriodError::Unreadable => PeriodError::of(whole),
        error => error,
    })?;
    Ok(if approximate { unit.approximately() } else { unit })
}

fn parse_plain(text: &str) -> Result<Unit, PeriodError> {
    use PeriodError::Unreadable;
    let mut parts = text.split('-');
    let (year, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return Err(Unreadable);
    }
    let year = digits(year).ok_or(Unreadable)? as i32;
    if year == 0 {
        return Err(PeriodError::YearZero);
    }
    let Some(second) = second else { return Unit::year(year).ok_or(Unreadable) };
    if let (Some(quarter), None) = (second.strip_prefix('Q'), third) {
        return digits(quarter).and_then(|quarter| Unit::quarter(year, quarter)).ok_or(Unreadable);
    }
    if second.len() != 2 {
        return Err(Unreadable);
    }
    let month = digits(second).ok_or(Unreadable)?;
    let whole_month = Unit::month(year, month);
    let Some(third) = third else {
        return whole_month.ok_or_else(|| match month {
            21..=41 => PeriodError::Season,
            _ => PeriodError::NoSuchMonth { month: format!("{year:04}-12") },
        });
    };
    let whole_month =
        whole_month.ok_or(PeriodError::NoSuchMonth { month: format!("{year:04}-12") })?;
    if third.len() != 2 {
        return Err(Unreadable);
    }
    let day = digits(third).ok_or(Unreadable)?;
    Unit::day(year, month, day)
        .ok_or(PeriodError::NoSuchDay { last: whole_month.span().end.to_string() })
}
