//! Months of a year that stand in brackets behind it: `2021/22 (to Dec)`, `2021 (Jan-Jun)`.

use super::Refusal;
use super::calendar::{DatePiece, month_after};
use super::setting::{Answer, Setting};
use super::spans::whole_months;
use super::year_parts::{months_of, part_of_year};
use crate::figure::Unit;

use DatePiece::{Dash, Month, Number, Sign, Word};

/// Months that do not lie in the year in this order are no part of it.
pub(super) fn named_months(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let [before @ .., Sign(')')] = pieces else { return Ok(None) };
    let Some(open) = before.iter().position(|piece| *piece == Sign('(')) else { return Ok(None) };
    let (of, inner) = (&before[..open], &before[open + 1..]);
    if !of.iter().any(|piece| matches!(piece, Number(_, 4))) {
        return Ok(None);
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
