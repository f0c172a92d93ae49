//! Quarters, halves and other whole months of a year: `Q3 2022`, `first half of 2020`, `Q1-Q3
//! 2019/20`.

use super::calendar::{DatePiece, month_after};
use super::dates::{Financial, financial, quarter, year};
use super::setting::{Answer, FoundPeriods, Setting};
use super::spans::whole_months;
use super::spoken::undated;
use crate::figure::{Period, Unit};

use DatePiece::{Dash, Number, Word};

/// Which months of a year: how many come before them, and how many they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct YearPart {
    before: i32,
    months: i32,
}

/// `Q3 2022`, `first half of 2020`, `first six months of 2020`, `Q1 FY2009/10`, `Q1-Q3 2020`.
pub(super) fn part_of_year(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let Some(found) = several(pieces, setting)? {
        return Ok(Some(found));
    }
    match part(pieces) {
        Some((part, [] | [Word("year")])) => latest(part, setting),
        Some((part, [Word(which @ ("this" | "last")), Word("year")])) => {
            let Some(published) = setting.published else { return Err(undated()) };
            let year = published.span().end.year() - i32::from(*which == "last");
            within(part, &[Number(year.unsigned_abs(), 4)], setting)
        }
        Some((part, of)) => within(part, of, setting),
        None => Ok(None),
    }
}

/// The part of each year that `of` may be.
fn within(part: YearPart, of: &[DatePiece], setting: &Setting) -> Answer {
    months_of(of, setting, |start: Unit| {
        let first = month_after(start, part.before)?;
        whole_months(first, month_after(first, part.months - 1)?)
    })
}

/// The months of each year that `of` may be, which are found by its first month.
pub(super) fn months_of(
    of: &[DatePiece],
    setting: &Setting,
    months: impl Fn(Unit) -> Option<Period>,
) -> Answer {
    let from = |year: i32, month: u32| Unit::month(year, month).and_then(&months);
    let starting = |year: i32| from(year, setting.years.month());
    let of = match of {
        [Word("fy" | "cy" | "calendar" | "financial" | "fiscal"), ..] => of,
        [Word("year"), of @ ..] => of,
        of => of,
    };
    if let [Word("cy" | "calendar"), only] | [Word("calendar"), Word("year"), only] = of {
        return Ok(year(only)
            .and_then(|year| from(year, 1))
            .map(|period| FoundPeriods::One(period, None)));
    }
    if let [only] = of
        && let Some(year) = year(only)
    {
        if setting.one_year() != Some(true) {
            return Ok(from(year, 1).map(|period| FoundPeriods::One(period, None)));
        }
        let all = [from(year, 1), starting(year - 1), starting(year)];
        let question = "of the calendar year, or of a financial year?";
        return Ok(FoundPeriods::of(question, all.into_iter().flatten().collect()));
    }
    // Of `2019/2020`, a part is one of the financial year.
    let called = match of {
        [first, mark, last] if year(first).is_some() && year(last).is_some() => {
            vec![Word("fy"), *first, *mark, *last]
        }
        of => of.to_vec(),
    };
    match financial(&called)? {
        Some(Financial::Starting(year)) => Ok(starting(year)
            .map(|period| FoundPeriods::One(period, Some("counted in the financial year".into())))),
        Some(Financial::Named(year)) => {
            let question =
                format!("of the financial year that ends in {year}, or that starts in it?");
            let starts = setting.named_starts(year, setting.years.month());
            Ok(FoundPeriods::of(question, starts.into_iter().filter_map(starting).collect()))
        }
        _ => Ok(None),
    }
}

/// Without a year: that of the source, or the one before.
fn latest(part: YearPart, setting: &Setting) -> Answer {
    let Some(published) = setting.published else { return Err(undated()) };
    let spoken = published.span().end;
    let mut begun = Vec::new();
    for year in [spoken.year(), spoken.year() - 1] {
        let of = [Number(year.unsigned_abs(), 4)];
        let found = within(part, &of, setting)?;
        let periods = found.iter().flat_map(FoundPeriods::periods);
        begun.extend(periods.filter(|period| period.span().start <= spoken));
    }
    Ok(FoundPeriods::of("of which year?", begun))
}

/// `Q1-Q3 2019/20`, `Q1 2020 to Q3 2021`, `2020 Q1-Q3`: from one part to another.
fn several(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let turned: Vec<DatePiece>;
    let (between, pieces) = match pieces {
        [Word("between"), rest @ ..] => (true, rest),
        [Word("from"), rest @ ..] => (false, rest),
        pieces => (false, pieces),
    };
    let pieces = match pieces {
        [y, rest @ ..] if year(y).is_some() && part(rest).is_none() && rest.len() > 3 => {
            turned = [rest, &[*y]].concat();
            &turned[..]
        }
        pieces => pieces,
    };
    for (at, piece) in pieces.iter().enumerate() {
        let parts = match piece {
            Word("and") => between,
            Word("to" | "until" | "till" | "through" | "thru") | Dash => true,
            _ => false,
        };
        if !parts {
            continue;
        }
        let (Some((first, of_first)), Some((last, of_last))) =
            (part(&pieces[..at]), part(&pieces[at + 1..]))
        else {
            continue;
        };
        let (of_first, of_last) = match (of_first, of_last) {
            ([], []) => continue,
            ([], of) | (of, []) => (of, of),
            both => both,
        };
        let (Some(first), Some(last)) =
            (within(first, of_first, setting)?, within(last, of_last, setting)?)
        else {
            continue;
        };
        // Quarters of the calendar year are called by their numbers, all others by their months.
        let calendar = matches!(of_last, [_]) && setting.one_year() != Some(true);
        let joined = |(first, last): (Period, Period)| {
            if calendar && !first.is_interval() && !last.is_interval() {
                return Period::between(first.first_unit(), last.last_unit());
            }
            let (start, end) = (first.span().start, last.span().end);
            let start = Unit::month(start.year(), start.month())?;
            whole_months(start, Unit::month(end.year(), end.month())?)
        };
        // Both ends are parts of one kind of year.
        let pairs = first.periods().into_iter().zip(last.periods());
        let question = "of the calendar year, or of a financial year?";
        return Ok(FoundPeriods::of(question, pairs.filter_map(joined).collect()));
    }
    Ok(None)
}

/// The part, and the pieces that say of which year.
fn part<'p, 't>(pieces: &'p [DatePiece<'t>]) -> Option<(YearPart, &'p [DatePiece<'t>])> {
    if let Some((quarter, of)) = quarter(pieces) {
        let before = 3 * (i32::try_from(quarter).ok()? - 1);
        return Some((YearPart { before, months: 3 }, of));
    }
    let half = |half: u32, of| match half {
        1 => Some((YearPart { before: 0, months: 6 }, of)),
        2 => Some((YearPart { before: 6, months: 6 }, of)),
        _ => None,
    };
    match pieces {
        [Word("h"), Number(number, 1), of @ ..]
        | [of @ .., Word("h"), Number(number, 1)]
        | [Number(number, 1), Word("h"), of @ ..] => half(*number, of),
        [Number(number @ 1..=2, 1), Word("half"), of @ ..]
        | [Word("half"), Number(number @ 1..=2, 1), of @ ..] => half(*number, of),
        [Word("first"), Word("half"), of @ ..] => half(1, of),
        [Word("second" | "last" | "latter"), Word("half"), of @ ..] => half(2, of),
        [Word(which), Number(count, _), Word(unit @ ("months" | "quarters")), of @ ..] => {
            let months = count.checked_mul(if *unit == "quarters" { 3 } else { 1 })?;
            let count = i32::try_from(months).ok().filter(|count| (1..12).contains(count))?;
            match *which {
                "first" => Some((YearPart { before: 0, months: count }, of)),
                "last" | "final" if !of.is_empty() => {
                    Some((YearPart { before: 12 - count, months: count }, of))
                }
                _ => None,
            }
        }
        _ => None,
    }
}
