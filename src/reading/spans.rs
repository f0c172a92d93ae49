//! Stretches of days told by one end and a length.

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{day_unit, month_after};
use crate::figure::{Day, Frequency, Period, Unit};

/// So many months up to the end of a date: to the 15th of March, from the 16th of the March before.
pub(super) fn ending(months: i32, date: Unit) -> Option<Period> {
    let end = date.span().end;
    let month = Unit::month(end.year(), end.month())?;
    if month.span().end == end {
        return whole_months(month_after(month, 1 - months)?, month);
    }
    // To the 15th of March: from the 16th of the March before.
    let before = month_after(month, -months)?.span();
    let start = before.start.number().checked_add(i32::try_from(end.day_of_month()).ok()?)?;
    let start = Day::from_number(start)?.min(before.end.next());
    Period::between(day_unit(start)?, day_unit(end)?)
}

/// So many months from the start of a date.
pub(super) fn beginning(months: i32, date: Unit) -> Option<Period> {
    let start = date.span().start;
    let month = Unit::month(start.year(), start.month())?;
    if month.span().start == start {
        return whole_months(month, month_after(month, months - 1)?);
    }
    let after = month_after(month, months)?.span();
    let end = after.start.number().checked_add(i32::try_from(start.day_of_month()).ok()? - 2)?;
    let end = Day::from_number(end)?.min(after.end);
    Period::between(day_unit(start)?, day_unit(end)?)
}

/// From one month to another; as a quarter, a year or a month where it is just that.
pub(super) fn whole_months(first: Unit, last: Unit) -> Option<Period> {
    let span = Period::between(first, last)?;
    let start = span.span().start;
    match span.frequency() {
        Frequency::YEAR => Unit::year(start.year()).map(Period::of),
        Frequency::QUARTER => {
            Unit::quarter(start.year(), start.month().div_ceil(3)).map(Period::of)
        }
        Frequency::MONTH => Some(Period::of(first)),
        _ => Some(span),
    }
}

/// Seven days; the first week has the 4th of January in it. Weeks start so many days after Monday.
pub(super) fn numbered_week(year: i32, number: u32, starts: u64) -> Option<Period> {
    let first = |year: i32| {
        let fourth = NaiveDate::from_ymd_opt(year, 1, 4)?;
        let since = (u64::from(fourth.weekday().num_days_from_monday()) + 7 - starts) % 7;
        fourth.checked_sub_days(Days::new(since))
    };
    let start = first(year)?.checked_add_days(Days::new(7 * u64::from(number.checked_sub(1)?)))?;
    if start >= first(year + 1)? {
        return None;
    }
    let day = |date: NaiveDate| Unit::day(date.year(), date.month(), date.day());
    Period::between(day(start)?, day(start.checked_add_days(Days::new(6))?)?)
}
