//! A stretch of months or a week, told by one of its ends: `year ending March 2013`.

use super::Refusal;
use super::calendar::{DatePiece, day_unit, days_after};
use super::dates::year;
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::single;
use super::spans::{beginning, ending, numbered_week, whole_months};
use crate::figure::{Day, Grain, Nature, Period, Unit};

use DatePiece::{Dash, Month, Number, Slash, Word};

/// `year ending March 2013`, `12 months to 31 March 2013`, `three months from April 2020`.
pub(super) fn rolling(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let Some(found) = named_by_month(pieces, setting)? {
        return Ok(Some(found));
    }
    let lasted = match pieces {
        [Word("last" | "past" | "previous" | "latest"), rest @ ..] => rest,
        pieces => pieces,
    };
    let Some((months, rest)) = duration(lasted) else { return Ok(None) };
    // Statistics of populations call 30 June the middle of a year.
    if let [Word("ending" | "ended" | "to"), Word("mid"), y] = rest {
        let june = year(y).and_then(|year| Unit::month(year, 6));
        let note = Some("the middle of the year is taken as 30 June".to_string());
        let found = june.and_then(|june| ending(months, june));
        return Ok(found.map(|period| FoundPeriods::One(period, note)));
    }
    let at_end = matches!(rest, [.., Word("end"), y] if year(y).is_some());
    let (ends, date) = match rest {
        [Word("ending" | "ended" | "end"), Word("in" | "on" | "at"), date @ ..]
        | [Word("up"), Word("to"), Word("end"), date @ ..]
        | [Word("up"), Word("to"), date @ ..]
        | [Word("to" | "ending" | "ended"), Word("end"), date @ ..]
        | [Word("ending" | "ended" | "to" | "until" | "till"), date @ ..] => (true, date),
        // `year-end 2010` is a day, `year end March 2010` a year.
        [Word("end"), date @ ..] if date.len() > 1 => (true, date),
        [Word("beginning" | "starting" | "commencing"), Word("in" | "on"), date @ ..]
        | [Word("beginning" | "starting" | "commencing" | "from" | "since"), date @ ..] => {
            (false, date)
        }
        _ => return Ok(None),
    };
    // `three years to 2019/20`.
    if let [y, Slash | Dash, Number(short, 2)] = date
        && let Some(last) =
            year(y).filter(|year| (year + 1).rem_euclid(100).unsigned_abs() == *short)
        && months % 12 == 0
        && let (Some(first), Some(last)) = match ends {
            true => (setting.financial(last + 1 - months / 12), setting.financial(last)),
            false => (setting.financial(last), setting.financial(last - 1 + months / 12)),
        }
    {
        let both = whole_months(first.first_unit(), last.last_unit());
        return Ok(both.map(|period| FoundPeriods::One(period, None)));
    }
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
    let called = matches!(pieces, [Word("financial" | "fiscal" | "fy"), ..]);
    if ends && called && date.grain() == Grain::Year {
        let year = date.span().start.year();
        let before = i32::from(setting.years.month() > 1);
        let note = Some(setting.year_note());
        return Ok(setting.financial(year - before).map(|year| FoundPeriods::One(year, note)));
    }
    if date.grain() == Grain::Year && !at_end {
        return Err(Refusal::new(
            format!(
                "{date} does not say in which month it {}",
                if ends { "ends" } else { "starts" }
            ),
            whole_years(months, date, ends),
        ));
    }
    // What grew in the year to June, grew since the June before.
    if setting.nature == Some(Nature::Growth)
        && (ends, months) == (true, 12)
        && date.grain() == Grain::Month
    {
        let both = [Some(Period::of(date)), ending(months, date)].into_iter().flatten().collect();
        let question = "that month, against the same one a year before, or all twelve months?";
        return Ok(FoundPeriods::of(question, both));
    }
    let found = if ends { ending(months, date) } else { beginning(months, date) };
    found.map(|period| Some(FoundPeriods::One(period, None))).ok_or_else(|| {
        Refusal::new("it lies outside the calendar", "write both ends, as in 2012-04/2013-03")
    })
}

/// What to write for `three years to 2020`, which says no month.
fn whole_years(months: i32, date: Unit, ends: bool) -> String {
    let (year, words) = (date.span().start.year(), if ends { "ending" } else { "from" });
    let years = months / 12;
    let stretch = match (years, months % 12) {
        (1, 0) => "year".to_string(),
        (_, 0) => format!("{years} years"),
        _ => format!("{months} months"),
    };
    let month = format!("write the month, as in `{stretch} {words} March {year:04}`");
    let (first, last) = if ends { (year + 1 - years, year) } else { (year, year - 1 + years) };
    match (years, months % 12) {
        (2.., 0) => format!("{month}, or the calendar years, as in {first:04}/{last:04}"),
        (1, 0) => format!("{month}, or the calendar year, {year:04}"),
        _ => month,
    }
}

/// `the June quarter 2013`, which ends in June; `year to date June 2013`, of whichever year.
fn named_by_month(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let month_of = |date: &[DatePiece]| {
        let found = single(date, setting)?;
        let month = found.filter(|found| matches!(found, FoundPeriods::One(..)));
        let unit = month.map(|found| found.periods()[0].first_unit());
        Ok(unit.filter(|unit| unit.grain() <= Grain::Month))
    };
    match pieces {
        [month @ Month(_), Word("quarter"), y] | [month @ Month(_), y, Word("quarter")]
            if year(y).is_some() =>
        {
            let found = month_of(&[*month, *y])?.and_then(|last| ending(3, last));
            Ok(found.map(|period| FoundPeriods::One(period, None)))
        }
        [Word("year"), Word("to"), Word("date"), Word("to" | "ending" | "ended"), date @ ..]
        | [Word("year"), Word("to"), Word("date"), date @ ..]
        | [date @ .., Word("year"), Word("to"), Word("date")]
            if !date.is_empty() =>
        {
            let Some(last) = month_of(date)? else { return Ok(None) };
            let end = last.span().end;
            let from = |month: u32| {
                let year = end.year() - i32::from(month > end.month());
                let first = Unit::month(year, month)?;
                match last.grain() {
                    Grain::Month => whole_months(first, last),
                    _ => Period::between(day_unit(first.span().start)?, last),
                }
            };
            let both = [from(1), from(setting.years.month())].into_iter().flatten().collect();
            Ok(FoundPeriods::of("of the calendar year, or of the financial year?", both))
        }
        _ => Ok(None),
    }
}

/// How many months, and what follows.
fn duration<'p, 't>(pieces: &'p [DatePiece<'t>]) -> Option<(i32, &'p [DatePiece<'t>])> {
    let (months, rest) = match pieces {
        [
            Word("financial" | "fiscal" | "calendar" | "tax" | "academic" | "school" | "rolling"),
            Word("year"),
            rest @ ..,
        ]
        | [Word("fy"), rest @ ..]
        | [Word("year"), rest @ ..] => (12, rest),
        [Word("rolling"), rest @ ..] => return duration(rest),
        [Word("half"), Word("year"), rest @ ..] => (6, rest),
        [Word("decade"), rest @ ..] => (120, rest),
        [Word("quarter"), rest @ ..] => (3, rest),
        [Word("month"), rest @ ..] => (1, rest),
        [Number(count, _), Word("month" | "months"), Word("period"), rest @ ..]
        | [Number(count, _), Word("month" | "months"), rest @ ..] => (*count, rest),
        [Number(count, _), Word("quarter" | "quarters"), rest @ ..] => {
            (count.checked_mul(3)?, rest)
        }
        [Number(count, _), Word("year" | "years"), rest @ ..] => (count.checked_mul(12)?, rest),
        _ => return None,
    };
    let months = i32::try_from(months).ok().filter(|months| (1..=1200).contains(months))?;
    Some((months, rest))
}

/// `week of 3 September 2018`, `week ending 9 September 2018`, `week 36 of 2018`.
pub(super) fn week(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let [Number(count, _), Word("weeks" | "week"), Word("to" | "ending" | "ended"), date @ ..] =
        pieces
    {
        return days(count.saturating_mul(7), date, setting, true);
    }
    if let [Number(count, _), Word("days" | "day"), Word("to" | "ending" | "ended"), date @ ..] =
        pieces
    {
        return days(*count, date, setting, true);
    }
    if let [Word("fortnight"), Word("to" | "ending" | "ended"), date @ ..] = pieces {
        return days(14, date, setting, true);
    }
    if let [Word("fortnight"), Word("beginning" | "starting" | "commencing" | "from"), date @ ..] =
        pieces
    {
        return days(14, date, setting, false);
    }
    let (ends, date) = match pieces {
        [Word("week"), Word("ending" | "ended" | "to" | "end"), date @ ..] => (Some(true), date),
        [Word("week"), Word("beginning" | "commencing" | "starting" | "from"), date @ ..] => {
            (Some(false), date)
        }
        [Word("week" | "w"), Number(number, _), Dash | Slash, y]
        | [Word("week" | "w"), Number(number, _), y]
        | [y, Dash | Slash, Word("week" | "w"), Number(number, _)]
        | [y, Word("week" | "w"), Number(number, _)]
            if year(y).is_some() =>
        {
            return week_number(year(y).unwrap_or_default(), *number);
        }
        [Word("week"), date @ ..] => (None, date),
        _ => return Ok(None),
    };
    // `w/e 05-Jun`.
    let plain_day = match *date {
        [day @ Number(_, 1..=2), Dash | Slash, month @ Month(_)] => Some([day, month]),
        _ => None,
    };
    let days = match single(plain_day.as_ref().map_or(date, |day| &day[..]), setting)? {
        Some(found) if found.periods().iter().all(|period| period.span().days() == 1) => found,
        _ => return Ok(None),
    };
    let seven = |day: Day, first: i32| {
        let (first, last) = (days_after(day, first)?, days_after(day, first + 6)?);
        Period::between(first, last)
    };
    if let (Some(ends), FoundPeriods::Many(..)) = (ends, &days) {
        let first = if ends { -6 } else { 0 };
        return Ok(days.map(|period| seven(period.span().start, first)));
    }
    let day = days.periods()[0].span().start;
    let since_monday = (day.number() - 1).rem_euclid(7);
    let found = match (ends, days) {
        (_, FoundPeriods::Many(..)) => return Ok(None),
        (Some(true), _) => seven(day, -6),
        (Some(false), _) => seven(day, 0),
        (None, _) if since_monday == 0 => seven(day, 0),
        (None, _) => {
            let both = [seven(day, -since_monday), seven(day, 0)].into_iter().flatten().collect();
            let question = "the week from Monday to Sunday, or seven days from that day?";
            return Ok(FoundPeriods::of(question, both));
        }
    };
    Ok(found.map(|period| FoundPeriods::One(period, None)))
}

/// `52 weeks to 28 March 2020`, `fortnight ending 14 June 2020`, `seven days to 5 June 2020`.
fn days(count: u32, date: &[DatePiece], setting: &Setting, ends: bool) -> Answer {
    let days = i32::try_from(count).ok().filter(|count| (2..=3640).contains(count));
    let Some((days, found)) = days.zip(single(date, setting)?) else {
        return Ok(None);
    };
    if found.periods().iter().any(|period| period.span().days() > 1) {
        return Ok(None);
    }
    Ok(found.map(|period| {
        let day = period.span().start;
        match ends {
            true => Period::between(days_after(day, 1 - days)?, day_unit(day)?),
            false => Period::between(day_unit(day)?, days_after(day, days - 1)?),
        }
    }))
}

/// Weeks are numbered in more than one way.
fn week_number(year: i32, number: u32) -> Answer {
    const SUNDAY: u64 = 6;
    let both = [numbered_week(year, number, 0), numbered_week(year, number, SUNDAY)];
    let both: Vec<Period> = both.into_iter().flatten().collect();
    match FoundPeriods::of("with weeks from Monday, or with weeks from Sunday?", both) {
        Some(found) => Ok(Some(found)),
        None => Err(Refusal::new(
            format!("{year:04} has no week {number}"),
            "write the days, as in 2018-09-03/2018-09-09",
        )),
    }
}
