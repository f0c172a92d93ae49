//! A date that stands for itself.

use super::calendar::DatePiece;
use super::dates::{WrittenDate, existing, point, year};
use super::relative::relative;
use super::setting::{Answer, FoundPeriods, Setting};
use crate::figure::{Period, Unit};

use DatePiece::{Dash, Month, Number, Slash};

/// A date that stands for itself.
pub(super) fn single(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let [Month(month), Number(from, 1..=2), Dash, Number(to, 1..=2), y] = pieces
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
    let one = |unit| Some(FoundPeriods::One(Period::of(unit), None));
    match point(pieces)? {
        Some(WrittenDate::Unit(unit)) => Ok(one(unit)),
        Some(WrittenDate::Either(day_first, month_first)) => Ok(Some(FoundPeriods::Many(
            "the day first, or the month first?".into(),
            vec![Period::of(day_first), Period::of(month_first)],
        ))),
        // `year to last month`, `end of last year`.
        _ => relative(pieces, setting),
    }
}

/// `2009/10`, `2008/9`, `2009-10`, `2012-17`, `2021/06`.
fn short_year(year: i32, short: (u32, usize), dash: bool, setting: &Setting) -> Answer {
    let (number, digits) = short;
    let beyond = if digits == 1 { 10 } else { 100 };
    let after = i32::try_from(number).ok() == Some((year + 1).rem_euclid(beyond));
    let month = Unit::month(year, number).map(Period::of);
    if !after {
        let years = abbreviated(year, number, digits);
        // A single digit after a dash is a later year as likely as a month.
        if let (Some(years), Some(month), 1, true) = (years, month, digits, dash) {
            let question = "several years, or a month?".to_string();
            return Ok(Some(FoundPeriods::Many(question, vec![years, month])));
        }
        let Some(years) = years.filter(|_| month.is_none()) else {
            return Ok(month.map(|month| FoundPeriods::One(month, None)));
        };
        let financial = setting
            .financial(year)
            .zip(setting.financial(years.last_unit().span().start.year() - 1));
        let financial = financial
            .and_then(|(first, last)| Period::between(first.first_unit(), last.last_unit()));
        return Ok(Some(match financial.filter(|_| setting.financial_years == Some(true)) {
            Some(financial) => FoundPeriods::Many(
                "calendar years, or financial years?".into(),
                vec![years, financial],
            ),
            None => FoundPeriods::One(years, None),
        }));
    }
    let Some(financial) = setting.financial(year) else { return Ok(None) };
    if setting.financial_years == Some(true) {
        return Ok(Some(FoundPeriods::One(financial, Some(setting.year_note()))));
    }
    let two_years = Unit::year(year)
        .zip(Unit::year(year + 1))
        .and_then(|(first, last)| Period::between(first, last));
    let question = match month {
        Some(_) => "the financial year, or the month?",
        None => "one financial year, or two years?",
    };
    let both: Vec<Period> = [Some(financial), month.or(two_years)].into_iter().flatten().collect();
    Ok((both.len() == 2).then(|| FoundPeriods::Many(question.into(), both)))
}

/// From a year to a later one of the same century or decade, of which two digits or one are written.
pub(super) fn abbreviated(year: i32, short: u32, digits: usize) -> Option<Period> {
    let short = i32::try_from(short).ok()?;
    let last = year - year.rem_euclid(if digits == 1 { 10 } else { 100 }) + short;
    (last > year).then(|| Period::between(Unit::year(year)?, Unit::year(last)?))?
}
