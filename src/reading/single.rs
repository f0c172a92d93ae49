//! A date that stands for itself.

use super::Refusal;
use super::calendar::{DatePiece, month_after, weekday};
use super::convention::YearAndNumber;
use super::dates::{WrittenDate, existing, point, year};
use super::relative::relative;
use super::setting::{Answer, FoundPeriods, Setting};
use super::spans::whole_months;
use super::spoken::{Spoken, undated};
use crate::figure::{Period, Unit};

use DatePiece::{Dash, Month, Number, Slash, Word};

/// A date that stands for itself.
pub(super) fn single(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let [Month(month), Number(from, 1..=2), Dash | Word("to"), Number(to, 1..=2), y] = pieces
        && let Some(year) = year(y)
    {
        let period = Period::between(existing(year, *month, *from)?, existing(year, *month, *to)?);
        return Ok(period.map(|period| FoundPeriods::One(period, None)));
    }
    if let [y, mark @ (Slash | Dash), Number(short, digits @ 1..=2)] = pieces
        && let Some(year) = year(y)
    {
        return short_year(year, (*short, *digits), *mark == Dash, setting);
    }
    if let [Word(name), date @ ..] = pieces
        && let (Some(expected), Ok(Some(WrittenDate::DayAndMonth(day, month)))) =
            (weekday(name), point(date))
    {
        let published = setting.published.ok_or_else(undated)?;
        return Spoken { published, setting }.latest_on_weekday(day, month, expected).map(Some);
    }
    let one = |unit| Some(FoundPeriods::One(Period::of(unit), None));
    match point(pieces)? {
        Some(WrittenDate::Unit(unit)) => Ok(one(unit)),
        Some(WrittenDate::Numeric(date)) => {
            let days = date.days(setting)?.into_iter().map(|(_, day)| Period::of(day)).collect();
            Ok(FoundPeriods::of("the day first, or the month first?", days))
        }
        // `year to last month`, `end of last year`.
        _ => relative(pieces, setting),
    }
}

/// `2009/10`, `2008/9`, `2009-10`, `2012-17`, `2021/06`.
pub(super) fn short_year(
    year: i32,
    (number, digits): (u32, usize),
    dash: bool,
    setting: &Setting,
) -> Answer {
    let beyond = if digits == 1 { 10 } else { 100 };
    let after = i32::try_from(number).ok() == Some((year + 1).rem_euclid(beyond));
    let month = Unit::month(year, number).map(Period::of);
    let financial = setting.financial(year).filter(|_| after);
    let years = match after {
        true => Unit::year(year)
            .zip(Unit::year(year + 1))
            .and_then(|(first, last)| Period::between(first, last)),
        false => abbreviated(year, number, digits),
    };
    if let Some(settled) = setting.column.year_and_number {
        let found = match settled {
            YearAndNumber::Month => month,
            YearAndNumber::FinancialYear => financial,
            YearAndNumber::CalendarYears => years,
        };
        let others = || [month, financial, years].into_iter().flatten().next();
        return match (found, others()) {
            (Some(found), _) => Ok(Some(FoundPeriods::One(found, None))),
            (None, Some(_)) => Err(Refusal::new(
                format!("{year:04} with {number:02} is not one of the {}", settled.words()),
                "write what it is in full, as in October 2009, 2009-04/2010-03 or from 2009 to 2010",
            )),
            (None, None) => Ok(None),
        };
    }
    if after {
        if setting.one_year() == Some(true) && !setting.months {
            let note = Some(setting.year_note());
            return Ok(financial.map(|year| FoundPeriods::One(year, note)));
        }
        let (question, periods) = match (month, setting.months) {
            (Some(month), true) => ("the month, or the financial year?", [Some(month), financial]),
            (Some(month), false) => ("the financial year, or the month?", [financial, Some(month)]),
            (None, _) => ("one financial year, or two years?", [financial, years]),
        };
        return Ok(FoundPeriods::of(question, periods.into_iter().flatten().collect()));
    }
    // A single digit after a dash is a later year as likely as a month.
    if let (Some(years), Some(month)) = (years, month)
        && dash
    {
        return Ok(FoundPeriods::of("several years, or a month?", vec![years, month]));
    }
    let Some(years) = years.filter(|_| month.is_none()) else {
        return Ok(month.map(|month| FoundPeriods::One(month, None)));
    };
    if let Some((name, season)) = season_of_number(year, number) {
        let question = format!("several years, or the {name}, as ISO 8601 numbers it?");
        return Ok(FoundPeriods::of(question, vec![years, season]));
    }
    if setting.one_year() == Some(true) {
        let last = setting.financial(years.last_unit().span().start.year() - 1);
        let financial = setting
            .financial(year)
            .zip(last)
            .and_then(|(first, last)| Period::between(first.first_unit(), last.last_unit()));
        let periods = [Some(years), financial].into_iter().flatten().collect();
        return Ok(FoundPeriods::of("calendar years, or financial years?", periods));
    }
    Ok(Some(FoundPeriods::One(years, None)))
}

/// `2001-21` is the spring of 2001 to those who write dates as libraries do; 22 to 24 and 33 to 41
/// are its other parts.
fn season_of_number(year: i32, number: u32) -> Option<(&'static str, Period)> {
    let (name, first, months) = match number {
        21 => ("spring", 3, 3),
        22 => ("summer", 6, 3),
        23 => ("autumn", 9, 3),
        24 => ("winter", 12, 3),
        25..=32 => ("season", [3, 6, 9, 12, 9, 12, 3, 6][number as usize - 25], 3),
        33..=36 => ("quarter", 3 * (number - 33) + 1, 3),
        37..=39 => ("third of the year", 4 * (number - 37) + 1, 4),
        40 | 41 => ("half-year", 6 * (number - 40) + 1, 6),
        _ => return None,
    };
    let first = Unit::month(year, first)?;
    Some((name, whole_months(first, month_after(first, months - 1)?)?))
}

/// From a year to a later one of the same century or decade, of which two digits or one are written.
fn abbreviated(year: i32, short: u32, digits: usize) -> Option<Period> {
    let short = i32::try_from(short).ok()?;
    let last = year - year.rem_euclid(if digits == 1 { 10 } else { 100 }) + short;
    (last > year).then(|| Period::between(Unit::year(year)?, Unit::year(last)?))?
}
