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
    let (of, inner) = (&before[..open], &before[open + 1..]);
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
