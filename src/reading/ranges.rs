//! From one date to another: `between 2012 and 2017`; and what names one end only.

use super::Refusal;
use super::calendar::DatePiece;
use super::calendar::without_about;
use super::dates::{WrittenDate, existing, point};
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::single;
use crate::figure::{Grain, Period, Unit};

use DatePiece::{Dash, Sign, Word};

/// `since October 2013`, `by 2020`, `2013 onwards`: one end is missing.
pub(super) fn open(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let known = match pieces {
        [Word("from"), date @ ..] if single(date, setting)?.is_some() => date,
        [Word("since" | "after" | "before" | "by" | "until" | "till"), date @ ..]
        | [Word("up"), Word("to"), date @ ..]
        | [date @ .., Word("onwards" | "onward")]
        | [
            Word("from"),
            date @ ..,
            Word("to") | Dash,
            Word("now" | "date" | "present" | "today"),
        ]
        | [date @ .., Word("to") | Dash, Word("now" | "date" | "present" | "today")] => date,
        _ => return Ok(None),
    };
    let hint = match (single(known, setting)?, setting.published) {
        (Some(FoundPeriods::One(first, _)), Some(published))
            if first.span().start <= published.span().end && starts_open(pieces) =>
        {
            let (first, last) = (first.first_unit(), published);
            format!(
                "write both ends, as in {first}/{last} if it runs until the source was published"
            )
        }
        _ => "write both ends, as in 2015-03/2015-11".to_string(),
    };
    Err(Refusal::new("it names one end only, so its length is not known", hint))
}

fn starts_open(pieces: &[DatePiece]) -> bool {
    !matches!(pieces, [Word("before" | "by" | "until" | "till" | "up"), ..])
}

/// `April to September 2020`, `between 2012 and 2017`, `1-7 July 2018`.
pub(super) fn range(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let (between, said, body) = match pieces {
        [Word("between"), body @ ..] => (true, true, body),
        [Word("from"), body @ ..] => (false, true, body),
        body => (false, false, body),
    };
    for (at, piece) in body.iter().enumerate() {
        let parts = match piece {
            Word("and") | Sign('&') => between,
            Word("to" | "until" | "till" | "through" | "thru") | Dash => true,
            _ => false,
        };
        if !parts {
            continue;
        }
        let (left, about_left) = about_end(&body[..at]);
        let right = match &body[at + 1..] {
            [Word("end"), date @ ..] => date,
            date => date,
        };
        let (right, about_right) = about_end(right);
        if let (Some(first), Some(last)) = (point(left)?, point(right)?) {
            let found = joined(first, last, said, setting, body)?;
            return mark_ends(found, about_left, about_right);
        }
    }
    Ok(None)
}

fn about_end<'p, 't>(pieces: &'p [DatePiece<'t>]) -> (&'p [DatePiece<'t>], bool) {
    without_about(pieces).map_or((pieces, false), |rest| (rest, true))
}

fn mark_ends(found: Option<FoundPeriods>, first: bool, last: bool) -> Answer {
    let mark = |unit: Unit, about: bool| if about { unit.approximately() } else { unit };
    let change = |period: Period| {
        Period::between(mark(period.first_unit(), first), mark(period.last_unit(), last))
    };
    match found {
        Some(found) if first || last => Ok(found.map(change)),
        found => Ok(found),
    }
}

/// The two ends as one period; an end without a year takes that of the other. `said` with `from`
/// or `between`, `2009 to 2010` are two years.
fn joined(
    first: WrittenDate,
    last: WrittenDate,
    said: bool,
    setting: &Setting,
    body: &[DatePiece],
) -> Answer {
    let text = || body.iter().map(DatePiece::text).collect::<Vec<_>>().join(" ");
    let Some(last) = end(last, Some(first), setting, false)? else { return Ok(None) };
    let Some(start) = end(first, Some(WrittenDate::Unit(last)), setting, true)? else {
        return Ok(None);
    };
    if start.span().start > last.span().end {
        let borrowed = !matches!(first, WrittenDate::Unit(_) | WrittenDate::Financial(_));
        let hint = match borrowed {
            true => {
                "write the year of both ends, as in `November 2020 to February 2021`".to_string()
            }
            false => format!("write {last}/{start} if the two were swapped"),
        };
        return Err(Refusal::new(format!("`{}` ends before it starts", text()), hint));
    }
    let Some(period) = Period::between(start, last) else { return Ok(None) };
    let years = (start.grain(), last.grain()) == (Grain::Year, Grain::Year);
    let consecutive = years && start.span().end.next() == last.span().start;
    if consecutive && !said && setting.financial_years != Some(false) {
        let financial = setting.financial(start.span().start.year());
        if setting.financial_years == Some(true) {
            return Ok(financial.map(|one| FoundPeriods::One(one, None)));
        }
        let question = "one financial year, or two years?";
        return Ok(financial.map(|one| FoundPeriods::Many(question.into(), vec![one, period])));
    }
    Ok(Some(FoundPeriods::One(period, None)))
}

/// One end as a date of its own. A financial year gives its first or its last month.
fn end(
    point: WrittenDate,
    other: Option<WrittenDate>,
    setting: &Setting,
    first: bool,
) -> Result<Option<Unit>, Refusal> {
    let other = match other {
        Some(WrittenDate::Unit(unit)) => Some(unit),
        _ => None,
    };
    let year =
        other.map(|unit| if first { unit.span().end.year() } else { unit.span().start.year() });
    let day = |month: u32, day: u32| year.map(|year| existing(year, month, day)).transpose();
    match point {
        WrittenDate::Unit(unit) => Ok(Some(unit)),
        WrittenDate::Either(day_first, month_first) => Err(Refusal::new(
            "the day or the month may come first",
            format!("write {day_first} or {month_first}"),
        )),
        WrittenDate::Financial(year) => {
            let period = setting.financial(year);
            Ok(period.map(|p| if first { p.first_unit() } else { p.last_unit() }))
        }
        WrittenDate::Month(month) => Ok(year.and_then(|year| Unit::month(year, month))),
        WrittenDate::Quarter(quarter) => Ok(year.and_then(|year| Unit::quarter(year, quarter))),
        WrittenDate::DayAndMonth(date, month) => day(month, date),
        WrittenDate::Day(date) => match other {
            Some(unit) if first && unit.grain() == Grain::Day => {
                day(unit.span().start.month(), date)
            }
            // `July 1-7, 2018` is put in order before; a lone day after a date is no end.
            _ => Ok(None),
        },
    }
}
