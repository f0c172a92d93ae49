//! A stretch of months or a week, told by one of its ends: `year ending March 2013`.

use super::Refusal;
use super::calendar::{DatePiece, day_unit, days_after, month_after};
use super::dates::year;
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::single;
use crate::figure::{Day, Frequency, Grain, Period, Unit};

use DatePiece::{Dash, Number, Slash, Word};

/// `year ending March 2013`, `12 months to 31 March 2013`, `three months from April 2020`.
pub(super) fn rolling(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let Some((months, rest)) = duration(pieces) else { return Ok(None) };
    let (ends, date) = match rest {
        [Word("ending" | "ended" | "end"), Word("in" | "on" | "at"), date @ ..]
        | [Word("up"), Word("to"), date @ ..]
        | [Word("to"), Word("end"), date @ ..]
        | [Word("ending" | "ended" | "to" | "until" | "till"), date @ ..] => (true, date),
        [Word("beginning" | "starting" | "commencing"), Word("in" | "on"), date @ ..]
        | [Word("beginning" | "starting" | "commencing" | "from" | "since"), date @ ..] => {
            (false, date)
        }
        _ => return Ok(None),
    };
    let date = match single(date, setting)? {
        Some(FoundPeriods::One(period, _)) if !period.is_interval() => period.first_unit(),
        // `year ending Mar 22`: to the end of a month, or to a day.
        Some(found @ FoundPeriods::Many(..)) => {
            let stretch = |period: Period| match ends {
                true => ending(months, period.first_unit()),
                false => beginning(months, period.first_unit()),
            };
            return Ok(found.map(stretch));
        }
        _ => return Ok(None),
    };
    if !matches!(date.grain(), Grain::Month | Grain::Day) {
        return Err(Refusal::new(
            format!(
                "{date} does not say in which month it {}",
                if ends { "ends" } else { "starts" }
            ),
            "write the month, as in `year ending March 2013`",
        ));
    }
    let found = if ends { ending(months, date) } else { beginning(months, date) };
    found.map(|period| Some(FoundPeriods::One(period, None))).ok_or_else(|| {
        Refusal::new("it lies outside the calendar", "write both ends, as in 2012-04/2013-03")
    })
}

/// How many months, and what follows.
fn duration<'p, 't>(pieces: &'p [DatePiece<'t>]) -> Option<(i32, &'p [DatePiece<'t>])> {
    let (months, rest) = match pieces {
        [Word("financial" | "fiscal" | "calendar"), Word("year"), rest @ ..]
        | [Word("year"), rest @ ..] => (12, rest),
        [Word("half"), Word("year"), rest @ ..] => (6, rest),
        [Word("quarter"), rest @ ..] => (3, rest),
        [Word("month"), rest @ ..] => (1, rest),
        [Number(count, _), Word("month" | "months"), Word("period"), rest @ ..]
        | [Number(count, _), Word("month" | "months"), rest @ ..] => (*count, rest),
        [Number(count, _), Word("year" | "years"), rest @ ..] => (count.checked_mul(12)?, rest),
        _ => return None,
    };
    let months = i32::try_from(months).ok().filter(|months| (1..=1200).contains(months))?;
    Some((months, rest))
}

fn ending(months: i32, date: Unit) -> Option<Period> {
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

fn beginning(months: i32, date: Unit) -> Option<Period> {
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

/// `week of 3 September 2018`, `week ending 9 September 2018`.
pub(super) fn week(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let (ends, date) = match pieces {
        [Word("week"), Word("ending" | "ended" | "to"), date @ ..]
        | [Word("w"), Slash, Word("e"), date @ ..] => (Some(true), date),
        [Word("week"), Word("beginning" | "commencing" | "starting" | "from"), date @ ..]
        | [Word("w"), Slash, Word("c" | "b"), date @ ..] => (Some(false), date),
        [Word("week"), date @ ..] => (None, date),
        [.., Word("w" | "wk"), Number(..)] | [Word("w" | "wk"), ..] => return Err(week_number()),
        _ => return Ok(None),
    };
    if let [Number(..), y] | [Number(..), Dash | Slash, y] = date
        && year(y).is_some()
    {
        return Err(week_number());
    }
    let day = match single(date, setting)? {
        Some(FoundPeriods::One(period, _)) if period.span().days() == 1 => period.span().start,
        _ => return Ok(None),
    };
    let seven = |first: i32| {
        let (first, last) = (days_after(day, first)?, days_after(day, first + 6)?);
        Period::between(first, last)
    };
    let since_monday = (day.number() - 1).rem_euclid(7);
    let found = match ends {
        Some(true) => seven(-6),
        Some(false) => seven(0),
        None if since_monday == 0 => seven(0),
        None => {
            let both: Option<Vec<Period>> = [seven(-since_monday), seven(0)].into_iter().collect();
            let question = "the week from Monday to Sunday, or seven days from that day?";
            return Ok(both.map(|both| FoundPeriods::Many(question.into(), both)));
        }
    };
    Ok(found.map(|period| FoundPeriods::One(period, None)))
}

fn week_number() -> Refusal {
    Refusal::new(
        "weeks are numbered in more than one way",
        "write the days, as in 2018-09-03/2018-09-09",
    )
}
