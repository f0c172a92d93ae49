//! Months of a year that stand in brackets behind it: `2021/22 (to Dec)`, `2021 (Jan-Jun)`.

use super::Refusal;
use super::calendar::{DatePiece, month_after, period_in_words};
use super::setting::{Answer, FoundPeriods, Setting};
use super::spans::whole_months;
use super::year_parts::{months_of, part_of_year};
use crate::figure::{Period, Unit};

use DatePiece::{Dash, Month, Number, Sign, Word};

/// Months that do not lie in the year in this order are no part of it.
pub(super) fn named_months(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let [before @ .., Sign(')')] = pieces else { return Ok(None) };
    let Some(open) = before.iter().position(|piece| *piece == Sign('(')) else { return Ok(None) };
    let (of, inner) = (&before[..open], &without_days(&before[open + 1..])[..]);
    if !of.iter().any(|piece| matches!(piece, Number(_, 4))) {
        return Ok(None);
    }
    if let [Month(first), Dash | Word("to" | "until" | "through"), Month(last)] = inner
        && !names_a_whole_year(of)
    {
        return said_twice(of, (*first, *last), setting);
    }
    let (count, inner) = match inner {
        [Number(count, _), Word("months"), rest @ ..] => (i32::try_from(*count).ok(), rest),
        rest => (None, rest),
    };
    let (first, last) = match inner {
        [Word("to" | "until" | "till" | "through"), Month(last)] => (None, *last),
        [Month(only)] if count.is_none() => (Some(*only), *only),
        [Month(first), Dash | Word("to" | "until" | "through"), Month(last)] => {
            (Some(*first), *last)
        }
        [] if count.is_some() => {
            return Err(Refusal::new(
                "it is about a part of the year, and does not say which months",
                "write the first and the last of them, as in 2020-01/2020-06",
            ));
        }
        inner if count.is_none() => return part_of_year(&[inner, of].concat(), setting),
        _ => return Ok(None),
    };
    months_of(of, setting, |start: Unit| {
        let nth = |month: u32| {
            let since =
                i32::try_from(month).ok()? - i32::try_from(start.span().start.month()).ok()?;
            Some(since.rem_euclid(12))
        };
        let (from, to) = (first.map_or(Some(0), nth)?, nth(last)?);
        let fits = from <= to && count.is_none_or(|count| count == to - from + 1);
        let (from, to) = (month_after(start, from)?, month_after(start, to)?);
        fits.then(|| whole_months(from, to))?
    })
}

/// `to December` of `to 31 December` and `up to the end of December`, `April to June` of `1 April to 30 June`:
/// the first and the last day of a month are said of whole months.
fn without_days<'t>(inner: &[DatePiece<'t>]) -> Vec<DatePiece<'t>> {
    const LAST: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let is_joint = |piece: &DatePiece| {
        matches!(piece, Dash | Word("to" | "until" | "till" | "through" | "ending"))
    };
    if !inner.iter().any(is_joint) {
        return inner.to_vec();
    }
    let is_last = |day: u32, month: u32| day == LAST[month as usize - 1] || month == 2 && day == 28;
    let mut kept: Vec<DatePiece> = Vec::new();
    for (at, piece) in inner.iter().enumerate() {
        let goes = match (piece, inner.get(at + 1)) {
            (Number(day, 1 | 2), Some(Month(month))) => match at {
                0 => *day == 1,
                _ => is_last(*day, *month),
            },
            (Word("up"), Some(Word("to"))) => at == 0,
            (Word("the" | "end" | "of"), Some(Word("end" | "of") | Month(_))) => at > 0,
            _ => false,
        };
        if !goes {
            kept.push(*piece);
        }
    }
    kept
}

/// `2021/22`, `FY 2021/22`, `2021`, and no part of a year.
fn names_a_whole_year(of: &[DatePiece]) -> bool {
    of.iter().all(|piece| match piece {
        Word(word) => matches!(*word, "fy" | "cy" | "financial" | "fiscal" | "calendar" | "year"),
        piece => matches!(piece, Number(_, 2 | 4) | Dash | DatePiece::Slash),
    })
}

/// `Q1 2022/23 (Apr-Jun)`: the months settle which quarter it is.
fn said_twice(of: &[DatePiece], (first, last): (u32, u32), setting: &Setting) -> Answer {
    let Some(found) = part_of_year(of, setting)? else { return Ok(None) };
    let fits = |period: &Period| {
        let (start, end) = (period.span().start, period.span().end);
        (start.month(), end.month()) == (first, last)
    };
    let fitting: Vec<Period> = found.periods().into_iter().filter(fits).collect();
    if let Some(found) = FoundPeriods::of("of which year?", fitting) {
        return Ok(Some(found));
    }
    let read = found.periods().first().map_or(String::new(), |period| period_in_words(*period));
    Err(Refusal::new(
        format!("it would be {read}, and not the months in brackets"),
        "write the first and the last month with their years, as in April 2022 to June 2022",
    ))
}
