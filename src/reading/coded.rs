//! Periods as programs write them: `2017-M06`, `2017-W01`, `201718`, `2020.0`, `2017-01-01/P1Y`.

use super::Refusal;
use super::calendar::{day_unit, days_after, month_after};
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::short_year;
use super::spans::{beginning, numbered_week, whole_months};
use crate::figure::{Grain, Period, Unit};

/// What a text made plain means in one of these forms.
pub(super) fn coded(plain: &str, setting: &Setting) -> Answer {
    if let Some((start, length)) = plain.split_once("/p") {
        return Ok(lasting(start, length).map(|period| FoundPeriods::One(period, None)));
    }
    if plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return run_together(plain, setting);
    }
    // pandas writes the years of a column with a gap as floats.
    if let Some(whole) = plain.strip_suffix(".0").filter(|whole| [4, 6, 8].contains(&whole.len()))
        && whole.bytes().all(|byte| byte.is_ascii_digit())
    {
        return match whole.parse().ok().filter(|_| whole.len() == 4).and_then(Unit::year) {
            Some(year) => Ok(Some(FoundPeriods::One(Period::of(year), None))),
            None => run_together(whole, setting),
        };
    }
    lettered(plain)
}

/// `201718`, `201706`, `20170630`, `20172018`.
fn run_together(digits: &str, setting: &Setting) -> Answer {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let year = part(0, 4).and_then(|year| i32::try_from(year).ok());
    let Some(year) = year.filter(|year| (1800..2200).contains(year)) else { return Ok(None) };
    match (digits.len(), part(4, 6), part(6, 8)) {
        (6, Some(number), _) => {
            let after = (year + 1).rem_euclid(100).unsigned_abs() == number;
            let known = after || (1..=12).contains(&number);
            if known { short_year(year, (number, 2), false, setting) } else { Ok(None) }
        }
        (8, Some(month), Some(day)) => match Unit::day(year, month, day) {
            Some(day) => Ok(Some(FoundPeriods::One(Period::of(day), None))),
            None if part(4, 8) == u32::try_from(year + 1).ok() => {
                let short = (year + 1).rem_euclid(100).unsigned_abs();
                // Two whole years are never a month.
                let years = Setting { months: false, ..*setting };
                let found = short_year(year, (short, 2), false, &years)?;
                let longer = |period: &Period| period.span().days() > 31;
                let periods: Vec<Period> =
                    found.iter().flat_map(FoundPeriods::periods).filter(longer).collect();
                Ok(FoundPeriods::of("one financial year, or two years?", periods))
            }
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

/// A year, a letter for the part of it, and which one: as the exchange format of statistics
/// offices (SDMX) and their databases have it.
fn lettered(plain: &str) -> Answer {
    let Some((year, rest)) = plain.split_at_checked(4) else { return Ok(None) };
    let Some(year) = year.parse().ok().filter(|year| (1..=9999).contains(year)) else {
        return Ok(None);
    };
    let rest = rest.trim_start_matches([' ', '-']);
    let mut letters = rest.chars();
    let Some(letter) = letters.next() else { return Ok(None) };
    let digits = letters.as_str();
    let (1..=3, Ok(number)) = (digits.len(), digits.parse::<u32>()) else { return Ok(None) };
    let months = |months: u32| {
        let start = (1..=12 / months).contains(&number).then(|| months * (number - 1) + 1)?;
        let first = Unit::month(year, start)?;
        whole_months(first, month_after(first, i32::try_from(months).ok()? - 1)?)
    };
    let (what, last, found) = match (letter, digits.len()) {
        ('m', 1 | 2) => ("month", "M12", months(1)),
        ('s' | 'h' | 'b', 1) => ("half-year", "S2", months(6)),
        ('a', 1) => ("year", "A1", months(12)),
        ('t', 1) => {
            let question = "a third of the year, or a quarter?";
            let both = [months(4), months(3)].into_iter().flatten().collect();
            match FoundPeriods::of(question, both) {
                Some(found) => return Ok(Some(found)),
                None => ("third of the year", "T3", None),
            }
        }
        ('w', 1 | 2) => {
            let note = "the week from Monday to Sunday, as ISO 8601 numbers them".to_string();
            match numbered_week(year, number, 0) {
                Some(week) => return Ok(Some(FoundPeriods::One(week, Some(note)))),
                None => ("week", "W52", None),
            }
        }
        ('d', 3) => ("day", "D365", nth_day(year, number)),
        _ => return Ok(None),
    };
    found.map(|period| Some(FoundPeriods::One(period, None))).ok_or_else(|| {
        Refusal::new(
            format!("{year:04} has no {what} {number}"),
            format!("the last one of many years is {last}, as in {year:04}-{last}"),
        )
    })
}

fn nth_day(year: i32, number: u32) -> Option<Period> {
    let whole = Unit::year(year)?.span();
    let day = days_after(whole.start, i32::try_from(number).ok()?.checked_sub(1)?)?;
    (number > 0 && day.span().end <= whole.end).then(|| Period::of(day))
}

/// A first day and a length: `2017-01-01/P1Y`.
fn lasting(start: &str, length: &str) -> Option<Period> {
    let start = start.split_once('t').map_or(start, |(day, _)| day);
    let start = Unit::parse(start).ok().filter(|unit| unit.grain() == Grain::Day)?;
    let unit = length.chars().next_back()?;
    let count: i32 = length[..length.len() - unit.len_utf8()].parse().ok()?;
    let count = Some(count).filter(|count| (1..=1200).contains(count))?;
    match unit {
        'y' => beginning(count.checked_mul(12)?, start),
        'm' => beginning(count, start),
        'w' | 'd' => {
            let days = if unit == 'w' { count.checked_mul(7)? } else { count };
            let last = days_after(start.span().start, days - 1)?;
            if days == 1 { Some(Period::of(start)) } else { Period::between(start, last) }
        }
        _ => None,
    }
}

/// `2020-01-31 00:00:00`, `2020-01-31T00:00:00Z`, `31/01/2020 00:00`: the text before the time of
/// day.
pub(super) fn without_time(plain: &str) -> Option<&str> {
    let (before, after) = plain.split_once(':')?;
    let hour = before.len() - before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let date = before.get(..before.len() - hour).filter(|_| (1..=2).contains(&hour))?;
    let date = date
        .strip_suffix([' ', 't'])
        .filter(|date| date.ends_with(|c: char| c.is_ascii_digit()))?;
    let number = |text: &str| text.parse::<u32>().ok();
    let minutes = after.get(..2).and_then(number).filter(|minutes| *minutes < 60);
    let hours = before.get(before.len() - hour..).and_then(number).filter(|hours| *hours < 25);
    minutes.zip(hours)?;
    let after = ["am", "pm", "utc", "gmt", "z"]
        .iter()
        .fold(after, |after, zone| after.strip_suffix(zone).unwrap_or(after));
    let clock =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.' | '+' | '-' | ' ');
    after.chars().all(clock).then(|| date.trim_end_matches([',', ' ']))
}

/// Its days as dates, where it is one day.
pub(super) fn one_day(period: Period) -> Option<Period> {
    let span = period.span();
    (span.start == span.end).then(|| day_unit(span.start).map(Period::of))?
}
